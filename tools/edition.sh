#!/bin/sh
# edition.sh BANXIN EDITION OUT: builds an edition and ends with one line that says where its pages are.
banxin=$1 edition=$2 out=$3

"$banxin" build "$edition" -o "$out"
code=$?
case $code in
0 | 3)
  pages=$(find "$out/current/" -maxdepth 1 -name '*.pdf' ! -name edition.pdf | wc -l)
  note=
  [ $code = 3 ] && note=", with the errors above contained in them"
  echo "$pages pages are in $out/current/: edition.pdf has them all, and each has its .pdf and .png$note."
  ;;
*) echo "No pages were made (exit code $code); the reason stands above." ;;
esac
# Contained errors are said above; the pages are there all the same.
[ $code = 3 ] && exit 0
exit $code
