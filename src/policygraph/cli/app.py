"""The command ``policygraph``: its verbs, and how errors leave it."""

from __future__ import annotations

import gc
import io
import sys
from typing import NoReturn

import click

from policygraph import __version__
from policygraph.cli.area import area
from policygraph.cli.build import build
from policygraph.cli.cascade import cascade
from policygraph.cli.changes import changes
from policygraph.cli.check import check
from policygraph.cli.compare import compare
from policygraph.cli.conflicts import conflicts
from policygraph.cli.coverage import coverage
from policygraph.cli.drop import drop
from policygraph.cli.explain import explain
from policygraph.cli.export import export
from policygraph.cli.ledger import ledger
from policygraph.cli.load import load
from policygraph.cli.path import path
from policygraph.cli.query import query
from policygraph.cli.serve import serve
from policygraph.cli.signals import Ended
from policygraph.cli.terminal import complain
from policygraph.cli.trace import trace
from policygraph.cli.view import view
from policygraph.errors import PolicygraphError, QueryError, UnreadableError, one_line

# 128 + SIGINT, as shells count.
_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="policygraph %(version)s")
def app() -> None:
    """Chinese government work reports (政府工作报告) as a knowledge graph, every statement with its words."""


@app.command()
def version() -> None:
    """Print the version."""
    click.echo(f"policygraph {__version__}")


for _verb in (
    build, query, ledger, changes, conflicts, cascade, area, compare, trace, path, view, export, check, coverage, explain, serve,
    load, drop,
):  # fmt: skip
    app.add_command(_verb)


def run() -> NoReturn:
    """Run the command line and exit: 0 done, 1 done but something is wrong, 2 could not be done, 130 interrupted.

    A signal that asks a verb to end which writes gives 143 (SIGTERM) or 129 (SIGHUP).
    """
    _speak_utf8()
    # What a verb makes lives nearly to its end. Looking for garbage as often as Python does by default takes a tenth of
    # the time of a build.
    gc.set_threshold(100_000, 50, 100)
    try:
        # The value of a verb that ended by itself is None, that of context.exit() the code.
        sys.exit(app.main(prog_name="policygraph", standalone_mode=False))
    except PolicygraphError as error:
        for line in _told(error):
            complain(line)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        complain(one_line(f"{' '.join(error.format_message().split())} {_help(error)}".rstrip()))
        sys.exit(error.exit_code)
    except click.Abort:
        complain("interrupted; nothing was written")
        sys.exit(_INTERRUPTED)
    except Ended as ended:
        complain(f"ended by {ended}; nothing was written")
        sys.exit(ended.exit_code)


def _speak_utf8() -> None:
    """Write UTF-8 and the line ends that were asked for on every machine, so that pipes carry the same bytes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _told(error: PolicygraphError) -> tuple[str, ...]:
    if isinstance(error, QueryError) and error.line:
        column = f", column {error.column}" if error.column else ""
        return (f"the query is wrong in line {error.line}{column}: {error}",)
    if isinstance(error, UnreadableError):
        return (*error.reasons, "not a single document can be read; nothing was written")
    return (str(error),)


def _help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"(see {context.command_path} --help)" if context else ""
