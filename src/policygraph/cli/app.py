"""The command ``policygraph``: its verbs, and how errors leave it."""

from __future__ import annotations

import gc
import io
import sys
from typing import NoReturn

import click

from policygraph import __version__
from policygraph.cli.build import build
from policygraph.cli.cascade import cascade
from policygraph.cli.changes import changes
from policygraph.cli.check import check
from policygraph.cli.conflicts import conflicts
from policygraph.cli.coverage import coverage
from policygraph.cli.drop import drop
from policygraph.cli.export import export
from policygraph.cli.ledger import ledger
from policygraph.cli.load import load
from policygraph.cli.path import path
from policygraph.cli.query import query
from policygraph.cli.serve import serve
from policygraph.cli.trace import trace
from policygraph.cli.view import view
from policygraph.errors import PolicygraphError, QueryError

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
    build, query, ledger, changes, conflicts, cascade, trace, path, view, export, check, coverage, serve,
    load, drop,
):  # fmt: skip
    app.add_command(_verb)


def run() -> NoReturn:
    """Run the command line and exit: 0 done, 1 done but something is wrong, 2 could not be done, 130 interrupted."""
    _speak_utf8()
    # What a verb makes lives nearly to its end. Looking for garbage as often as Python does by default takes a tenth of
    # the time of a build.
    gc.set_threshold(100_000, 50, 100)
    try:
        # The value of a verb that ended by itself is None, that of context.exit() the code.
        sys.exit(app.main(prog_name="policygraph", standalone_mode=False))
    except PolicygraphError as error:
        _complain(_told(error))
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _complain(f"{_one_line(error.format_message())} {_help(error)}".rstrip())
        sys.exit(error.exit_code)
    except click.Abort:
        _complain("interrupted; nothing was written")
        sys.exit(_INTERRUPTED)


def _speak_utf8() -> None:
    """Write UTF-8 and the line ends that were asked for on every machine, so that pipes carry the same bytes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _told(error: PolicygraphError) -> str:
    if isinstance(error, QueryError) and error.line:
        column = f", column {error.column}" if error.column else ""
        return f"the query is wrong in line {error.line}{column}: {error}"
    return str(error)


def _help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"(see {context.command_path} --help)" if context else ""


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _complain(message: str) -> None:
    click.echo(f"policygraph: {message}", err=True)
