"""A mail merge as a clerk does it, in a process of its own: by a Python that LibreOffice has taught ``uno``.

python3 merging_office.py SOFFICE MAIN LIST FOLDER: registers the list as a data source, merges it into the main
document and leaves one document of all letters in the folder.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_TRIES, _PAUSE = 200, 0.1
_TABLE, _FILE = 0, 2  # com.sun.star.sdb.CommandType.TABLE, com.sun.star.text.MailMergeType.FILE
_NAME = "empfaenger"


def main(soffice: str, main_document: str, listed: str, folder: str) -> None:
    """Start LibreOffice, merge, and end it."""
    place = Path(folder)
    pipe = f"forumtool{time.time_ns()}"
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    words = [soffice, profile, "--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp"]
    quiet = subprocess.DEVNULL
    office = subprocess.Popen(words, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        _merge(_reached(pipe), Path(main_document), Path(listed), place)
    finally:
        os.killpg(office.pid, signal.SIGKILL)  # it starts the program proper as another process
        office.wait()


def _reached(pipe: str) -> Any:
    import uno  # comes with LibreOffice

    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(_PAUSE)
    raise TimeoutError("LibreOffice does not answer")


def _merge(context: Any, main_document: Path, listed: Path, folder: Path) -> None:
    def made(service: str) -> Any:
        return context.ServiceManager.createInstanceWithContext(service, context)

    sources = made("com.sun.star.sdb.DatabaseContext")
    source = sources.createInstance()
    source.URL = f"sdbc:writer:{listed.as_uri()}"
    source.DatabaseDocument.storeAsURL((folder / "empfaenger.odb").as_uri(), ())
    sources.registerObject(_NAME, source)
    (table,) = source.getConnection("", "").Tables.ElementNames
    merge = made("com.sun.star.text.MailMerge")
    merge.DataSourceName, merge.CommandType, merge.Command = _NAME, _TABLE, table
    merge.DocumentURL = main_document.as_uri()
    (folder / "merged").mkdir()
    merge.OutputType, merge.OutputURL = _FILE, (folder / "merged").as_uri()
    merge.SaveAsSingleFile, merge.SaveFilter = True, "MS Word 2007 XML"
    merge.execute(())


if __name__ == "__main__":
    main(*sys.argv[1:])
