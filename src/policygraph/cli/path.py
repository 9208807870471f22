"""``policygraph path``: how two things hang together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from policygraph.cli.options import graph_option, opened

if TYPE_CHECKING:
    from policygraph.networks import Path
    from policygraph.networks.view import Network


@click.command()
@click.argument("a")
@click.argument("b")
@click.option(
    "--limit", type=click.IntRange(min=1), default=3, show_default=True, metavar="N", help="The most ways to show."
)
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@graph_option
@click.pass_context
def path(context: click.Context, a: str, b: str, limit: int, form: str, graph: str | None) -> None:
    """Show how two things hang together, hop by hop, with the words that say so.

    A and B are names of entities, themes, indicators or facts: 中原科技城, innovation, "创新 2025 targets". Exits with
    1 where nothing joins them.
    """
    from policygraph.networks import described

    asked = opened(graph)
    found = asked.ways(a, b, limit=limit)
    if form == "json":
        click.echo(json.dumps([described(asked.net, way) for way in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(_told(asked.net, way, number) for number, way in enumerate(found, start=1)) or "no way")
    if not found:
        context.exit(1)


def _told(net: Network, way: Path, number: int) -> str:
    lines = [f"{number}. {_name(net, way.nodes[0])}   (weight {way.weight:g})"]
    if way.thematic:
        lines.append("   only a theme joins them: no relation, figure or measure does")
    for hop in way.hops:
        arrow = f"── {hop.relation} ─→" if hop.direction == "→" else f"←─ {hop.relation} ──"
        about = " ".join(str(part) for part in (hop.year, hop.strength) if part)
        lines.append(f"   {arrow} {_name(net, hop.target)}" + (f"   ({about})" if about else ""))
        if hop.quote:
            page = f"p. {hop.page}, " if hop.page else ""
            lines.append(f"        {hop.document} {page}{hop.start}-{hop.end} “{_line(hop.quote)}”")
    return "\n".join(lines)


def _name(net: Network, node: str) -> str:
    data = net.nodes[node]
    return f"{_line(data['label'])} [{data['type']}]"


def _line(text: str) -> str:
    from policygraph.queries.table import show_text

    return show_text(text)
