#!/bin/sh
# Fetches veraPDF with Maven (19 MB the first time) into var/verapdf, for the tests of PDFs.
# Prints TEST_VERAPDF, the folder with its jars.
set -eu
. deploy/common.sh

mkdir -p "$VAR/verapdf"
folder=$(cd "$VAR/verapdf" && pwd)
if [ ! -d "$folder/jars" ]; then
    command -v mvn >/dev/null || fail "veraPDF is fetched with Maven, which is missing." \
        "Install it (Debian: apt-get install maven)."
    say "Fetching veraPDF with Maven"
    mvn --batch-mode --quiet --file deploy/verapdf/pom.xml -Dfolder="$folder" \
        dependency:copy-dependencies >"$folder/fetch.log" 2>&1 ||
        fail "Maven could not fetch veraPDF." "See $folder/fetch.log, then try again."
    # Renamed last, so that what was broken off is done again.
    mv "$folder/lib" "$folder/jars"
fi
echo "TEST_VERAPDF=$folder/jars"
