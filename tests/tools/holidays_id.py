"""Judges a holiday calendar against the `holidays` package.

Reads JSON from standard input: {"years": {"2026": ["2026-01-01", …]}, "deadlines": [["2026-11-25", 14, "2026-12-15"], …]}.
Prints, as a JSON list, what is wrong: days that only one side knows, and deadlines that fall on another day.
"""

import datetime
import json
import sys

import holidays

asked = json.load(sys.stdin)
years = sorted(int(year) for year in asked["years"])
known = holidays.Indonesia(years=years, categories=("public", "government"), language="id")
# The package fills in further years by itself when it is asked for a day of them.
off = {day for day in known if day.year in years}
faults = []

for year in years:
    ours = {datetime.date.fromisoformat(day) for day in asked["years"][str(year)]}
    theirs = {day for day in off if day.year == year}
    faults += [f"{day}: only in our calendar" for day in sorted(ours - theirs)]
    faults += [f"{day}: only in theirs, {known[day]}" for day in sorted(theirs - ours)]

for start, count, ours in asked["deadlines"]:
    day = datetime.date.fromisoformat(start)
    for _ in range(count):
        day += datetime.timedelta(days=1)
        while day.weekday() >= 5 or day in off:
            day += datetime.timedelta(days=1)
    if day.isoformat() != ours:
        faults.append(f"{count} working days after {start}: {day}, not {ours}")

json.dump(faults, sys.stdout)
