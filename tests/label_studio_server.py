"""A real Label Studio on the loopback interface, with people who annotate over its API, and a line that can be cut."""

import contextlib
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

EXECUTABLE_VARIABLE = "MOKPYO_LABEL_STUDIO"
EMAIL, PASSWORD = "first@example.org", "first-person-1"
_START_SECONDS = 300


def find_executable() -> str | None:
    """The server's program: named by the environment, else on the path."""
    return os.environ.get(EXECUTABLE_VARIABLE) or shutil.which("label-studio")


class LabelStudioServer:
    """Starts and stops one server over one folder; everything in it outlives a stop."""

    def __init__(self, executable: str, folder: Path) -> None:
        self._executable = executable
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.token = secrets.token_hex(20)
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers. Without a network its version check would hang, so that is off."""
        environment = os.environ | {
            "LABEL_STUDIO_BASE_DATA_DIR": str(self._folder),
            "HOME": str(self._folder),
            "LATEST_VERSION_CHECK": "False",
            "COLLECT_ANALYTICS": "False",
            "SENTRY_DSN": "",
            "FRONTEND_SENTRY_DSN": "",
        }
        environment.pop("PYTHONPATH", None)
        command = [self._executable, "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", str(self.port)]
        command += [
            "--enable-legacy-api-token",
            "--username",
            EMAIL,
            "--password",
            PASSWORD,
            "--user-token",
            self.token,
        ]
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, env=environment, cwd=self._folder, start_new_session=True
            )
        self._wait()

    def _wait(self) -> None:
        import httpx

        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"{self.url}/health", timeout=2).is_success:
                    return
            if self._process is None or self._process.poll() is not None:
                break
            time.sleep(0.3)
        log = (self._folder / "server.log").read_text("utf-8", "replace")
        raise RuntimeError(f"Label Studio did not start:\n{log[-2000:]}")

    def kill(self) -> None:
        """Stop it at once, as a power cut would."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def sign_up(self, email: str, password: str) -> "Person":
        """One more annotator."""
        import httpx

        with httpx.Client(base_url=self.url, follow_redirects=True, timeout=60) as client:
            form = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get("/user/signup/").text)
            assert form is not None
            data = {"csrfmiddlewaretoken": form[1], "email": email, "password": password, "how_find_us": "Other"}
            client.post("/user/signup/", data=data, headers={"Referer": f"{self.url}/user/signup/"})
            return Person(self.url, client.get("/api/current-user/token").json()["token"])


class Person:
    """Reads and writes annotations over the HTTP API, as the labelling page does."""

    def __init__(self, url: str, token: str) -> None:
        import httpx

        self._client = httpx.Client(base_url=url, headers={"Authorization": f"Token {token}"}, timeout=60)
        self.id = str(self._get("/api/current-user/whoami")["id"])

    def close(self) -> None:
        self._client.close()

    def _get(self, path: str, **parameters: Any) -> Any:
        answer = self._client.get(path, params=parameters)
        answer.raise_for_status()
        return answer.json()

    def project(self, title: str) -> int:
        """Its id."""
        (found,) = [one for one in self._get("/api/projects", page_size=1000)["results"] if one["title"] == title]
        return int(found["id"])

    def tasks(self, title: str) -> list[dict[str, Any]]:
        """Tasks with predictions and annotations in full, in the order of the project."""
        found = self._get("/api/tasks", project=self.project(title), fields="all", page_size=1000)["tasks"]
        return sorted(found, key=lambda task: task["id"])

    def annotate(self, task: dict[str, Any], results: list[dict[str, Any]]) -> int:
        """Submit results that were started from the task's prediction."""
        body = {"result": results, "parent_prediction": task["predictions"][-1]["id"], "lead_time": 3.5}
        answer = self._client.post(f"/api/tasks/{task['id']}/annotations/", json=body)
        answer.raise_for_status()
        return int(answer.json()["id"])

    def delete_task(self, task: dict[str, Any]) -> None:
        self._client.delete(f"/api/tasks/{task['id']}/").raise_for_status()


@contextlib.contextmanager
def line_to(server: LabelStudioServer, on_request: Callable[[bytes], bool], keep: int) -> Iterator[str]:
    """The address of a line to the server. When ``on_request`` says so of a request, the server is killed after
    ``keep`` bytes of its answer have passed, and the line is cut with it; if that is negative, before it gets the request.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    closing = threading.Event()

    def accept() -> None:
        while not closing.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = listener.accept()
                threading.Thread(target=_serve, args=(connection, server, on_request, keep), daemon=True).start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        closing.set()
        acceptor.join()
        listener.close()


def _serve(client: socket.socket, server: LabelStudioServer, on_request: Callable[[bytes], bool], keep: int) -> None:
    with client, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port)) as upstream:
        doomed = threading.Event()
        answers = threading.Thread(target=_answer, args=(client, upstream, server, doomed, keep), daemon=True)
        answers.start()
        while data := client.recv(1 << 16):
            if on_request(data):
                if keep < 0:
                    server.kill()
                    client.shutdown(socket.SHUT_RDWR)
                    return
                doomed.set()
            upstream.sendall(data)
        answers.join(timeout=1)


def _answer(
    client: socket.socket, upstream: socket.socket, server: LabelStudioServer, doomed: threading.Event, keep: int
) -> None:
    with contextlib.suppress(OSError):
        passed = 0
        while data := upstream.recv(1 << 12):
            if doomed.is_set():
                client.sendall(data[: keep - passed])
                passed += len(data)
                if passed >= keep:
                    server.kill()
                    client.shutdown(socket.SHUT_RDWR)
                    return
            else:
                client.sendall(data)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
