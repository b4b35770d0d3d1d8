"""Judges X12 files with pyx12 4.0.0: the paths on standard input, one JSON object a line for each.

The exit status of pyx12's own script says nothing, and its main function returns True for some
files about which it logged errors: a file is good only when it returned True and logged none.
"""

import json
import logging
import sys

import pyx12.params
import pyx12.x12n_document


class Complaints(logging.Handler):
    """Keeps what is logged at ERROR or above, whichever module of pyx12 says it."""

    def __init__(self):
        super().__init__(level=logging.ERROR)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def judge(path, complaints):
    complaints.lines = []
    try:
        with open(path, encoding="ascii") as source:
            good = pyx12.x12n_document.x12n_document(
                pyx12.params.params(), source, None, None)
    except Exception as failure:
        good = False
        complaints.lines.append(f"{type(failure).__name__}: {failure}")
    return {"file": path, "good": bool(good) and not complaints.lines,
            "complaints": complaints.lines}


def main():
    complaints = Complaints()
    # All loggers of the package hang from this one, and none of them stops what it passes on.
    logging.getLogger("pyx12").addHandler(complaints)
    logging.getLogger("pyx12").propagate = False
    for path in sys.stdin.read().splitlines():
        print(json.dumps(judge(path, complaints)), flush=True)


if __name__ == "__main__":
    main()
