"""All measurements, one after the other: ``python -m tests.benchmarks``."""

import subprocess
import sys
from pathlib import Path

for path in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"\n{path.stem.removeprefix('bench_')}", flush=True)
    subprocess.run([sys.executable, "-m", f"tests.benchmarks.{path.stem}"], check=True)
