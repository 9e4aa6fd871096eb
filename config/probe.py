"""`python -m config.probe`: asks the site beside it whether it is well; exit 0 if it is."""

import http.client
import os
import sys

PATH = "/healthz?live"  # a restart mends nothing but a process that does not answer


def ask(port: int, host: str) -> int:
    """The status the site on this machine's `port` answers with when called by the name `host`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", PATH, headers={"Host": host})
        return connection.getresponse().status
    finally:
        connection.close()


def main() -> int:
    """0 if the site answers 200, else 1 and a word on standard error."""
    host = os.environ.get("NIANBAO_HOSTS", "127.0.0.1").split(",")[0].strip().lstrip(".")
    port = int(os.environ.get("NIANBAO_BIND", ":8000").rpartition(":")[2])
    try:
        status = ask(port, host)
    except OSError as error:
        sys.stderr.write(f"no answer: {error}\n")
        return 1
    sys.stderr.write(f"{status}\n")
    return 0 if status == http.client.OK else 1


if __name__ == "__main__":
    sys.exit(main())
