# What .ci/run and .ci/long share: the last line, the programs that tests look at results with, the tests and the checks.

report="$(mktemp)"
checked="$(mktemp)"

# The last line is always 'N passed, N failed, N skipped', the counts of the test runner.
print_counts() {
  node -e '
    let report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
    try { report = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")) } catch {}
    // A test file that does not even load is no failed test to the runner, but a failure all the same.
    const failed = report.numFailedTests || (report.success === false ? 1 : 0)
    console.log(`${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests} skipped`)
  ' "$report"
  rm -f "$report" "$checked"
}
trap print_counts EXIT

# Each program and the Debian packages that bring it; what can be done without is skipped, and counted in the last line.
programs=(
  'chromium:chromium fonts-liberation:the report is not looked at in a browser'
  'soffice:libreoffice-calc-nogui:no workbook is opened in LibreOffice'
  'gcc:gcc libc6-dev:the engine is not timed beside plain C'
)

is_missing() {
  case $1 in
    chromium) ! command -v chromium chromium-browser google-chrome >/dev/null ;;
    gcc) ! command -v cc gcc clang >/dev/null ;;
    *) ! command -v "$1" >/dev/null ;;
  esac
}

# Installs at once what is missing, where this is allowed, and says what is missing still.
install_programs() {
  local wanted='' line name packages without
  for line in "${programs[@]}"; do
    IFS=: read -r name packages without <<<"$line"
    if is_missing "$name"; then wanted+=" $packages"; fi
  done
  if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    local apt='apt-get -qq -o Acquire::http::Timeout=10 -o Acquire::Retries=0'
    local install="$apt install -y --no-install-recommends$wanted"
    DEBIAN_FRONTEND=noninteractive timeout 240 sh -c "$install || { $apt update && $install; }" >/dev/null 2>&1 || true
  fi
  for line in "${programs[@]}"; do
    IFS=: read -r name packages without <<<"$line"
    if is_missing "$name"; then echo "MISSING: $name (Debian: $packages), so that $without"; fi
  done
}

# Types, lint and dead code are checked beside the tests, which wait for other processes now and then. Both are heard to the end.
test_and_check() {
  local tests=0 checks=0
  npm run check >"$checked" 2>&1 &
  local check=$!
  npm test -- --reporter=default --reporter=json --outputFile.json="$report" || tests=$?
  wait "$check" || checks=$?
  cat "$checked"
  return $((tests || checks))
}
