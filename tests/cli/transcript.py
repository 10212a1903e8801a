"""Runs the commands of a transcript and compares what they print with what stands below them.

A transcript is a text file:

    ; a comment
    $ plumbline check files/good.yaml
    no findings in 1 file
    $ plumbline chekc
    ! plumbline: there is no command 'chekc' (did you mean 'check'?)
    [2]

A line that begins with '$ ' is handed to the shell. Below it stand the lines of standard output, then those of
standard error behind '! ', then the exit code in brackets unless it is 0. PLUMBLINE_UPDATE_TRANSCRIPTS=1 writes what
the program prints now into the file; read the difference as a user would.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIMEOUT_S = 120  # a command that hangs, not one that is slow


def environment(program):
    """A small, known environment: no width, no colour setting, no locale of the machine."""
    return {"PATH": f"{program.parent}:/usr/bin:/bin", "LC_ALL": "C", "TERM": "xterm"}


def lines_of(data, before=""):
    text = data.decode("utf-8", errors="replace")
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    elif lines:
        lines[-1] += "\\"  # no newline at the end
    return [(before + line).rstrip() if before else line for line in lines]


def run(command, folder, program):
    result = subprocess.run(["/bin/sh", "-c", command], cwd=folder, env=environment(program), capture_output=True,
                            stdin=subprocess.DEVNULL, timeout=TIMEOUT_S, check=False)
    lines = lines_of(result.stdout) + lines_of(result.stderr, "! ")
    return lines + ([f"[{result.returncode}]"] if result.returncode else [])


def replay(text, folder, program):
    """The transcript as it would be written now: comments and commands kept, outputs made anew."""
    now = []
    after_output = False
    for line in text.split("\n"):
        if line.startswith("$ "):
            now.append(line)
            now += run(line[2:], folder, program)
            after_output = True
        elif line.startswith(";"):
            if after_output:
                now.append("")
            now.append(line)
            after_output = False
    return now


def compare(path, program):
    text = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for link, target in (("files", HERE / "files"), ("scenarios", ROOT / "scenarios"), ("schemas", ROOT / "schemas")):
            (folder / link).symlink_to(target)
        now = "\n".join(replay(text, folder, program)).rstrip("\n") + "\n"
    if now == text:
        return 0
    if os.environ.get("PLUMBLINE_UPDATE_TRANSCRIPTS") == "1":
        path.write_text(now, encoding="utf-8")
        print(f"{path.name}: written anew; read the difference")
        return 0
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".transcript") as written:
        written.write(now)
        written.flush()
        subprocess.run(["diff", "-u", "--label", "expected", "--label", "printed now", str(path), written.name], check=False)
    print(f"{path.name}: the program prints something else (PLUMBLINE_UPDATE_TRANSCRIPTS=1 accepts it)")
    return 1


def main():
    program, *transcripts = sys.argv[1:]
    program = pathlib.Path(program).resolve()
    return max((compare(pathlib.Path(path), program) for path in transcripts), default=0)


if __name__ == "__main__":
    sys.exit(main())
