"""`python3 -m scripts.bootstrap run|test|lint`: checks each piece and fetches what is missing."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 the very thing to tell
    sys.exit("Nianbao needs Python 3.11 or later as python3.")

from scripts.bootstrap import browser, environment, fonts, libraries, linters
from scripts.bootstrap.tell import Unready


def main(purpose: str) -> None:
    """Prepare for `purpose`; stops only where nothing would run."""
    environment.prepare("requirements.txt" if purpose == "run" else "requirements-dev.txt")
    libraries.prepare()
    fonts.prepare()
    if purpose == "test":
        browser.prepare()
    if purpose != "run" and not linters.prepare() and purpose == "lint":
        raise Unready("nothing was checked")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {"run", "test", "lint"}:
        sys.exit("usage: python3 -m scripts.bootstrap run|test|lint")
    try:
        main(sys.argv[1])
    except Unready as reason:
        sys.exit(f"Nianbao: {reason}")
    except KeyboardInterrupt:
        sys.exit("Nianbao: interrupted; the next start goes on from here.")
