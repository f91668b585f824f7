# Builds the program, its installer and the portable folder on Windows, and tries the program out.
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1 [-Sign "signtool sign /fd SHA256 /tr URL /td SHA256 /a"]
# Needs Python 3.11 or newer (py launcher) and NSIS 3 (makensis in PATH or in its usual folder).
# Never run by us: the steps that can run on Linux (NSIS script, icon, version file) are tested there.
param([string]$Sign = "", [switch]$NoInstaller)

$ErrorActionPreference = "Stop"
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$venv = Join-Path $root ".venv"
$python = Join-Path $venv "Scripts\python.exe"
$dist = Join-Path $root "dist"
$program = Join-Path $dist "inpost-desk"
Set-Location $root

# Native programs do not stop a script by failing.
function Invoke-Checked {
    $name, $rest = $args
    & $name @rest
    if ($LASTEXITCODE -ne 0) { throw "$name ended with $LASTEXITCODE" }
}

if (-not (Test-Path $python)) { Invoke-Checked py -3 -m venv $venv }
Invoke-Checked $python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
$version = & $python -c "from inpost_desk.cli import VERSION; print(VERSION)"

# PyInstaller's and alembic's metadata of ourselves is not needed: the version stands in the program.
Invoke-Checked $python -m PyInstaller --noconfirm --clean --distpath $dist --workpath build packaging\inpost-desk.spec
Copy-Item LICENSE (Join-Path $program "LICENSE.txt")
Invoke-Checked (Join-Path $program "inpost-desk.exe") --selftest

if ($Sign) {
    foreach ($name in "inpost-desk.exe", "InPost Desk.exe") {
        Invoke-Expression "$Sign `"$(Join-Path $program $name)`""
        if ($LASTEXITCODE -ne 0) { throw "signing ended with $LASTEXITCODE" }
    }
}

# The portable folder: the same program, told by the file `portable` to keep its data beside itself.
$portable = Join-Path $dist "portable\InPost Desk"
if (Test-Path $portable) { Remove-Item -Recurse -Force $portable }
New-Item -ItemType Directory -Force (Split-Path $portable) | Out-Null
Copy-Item -Recurse $program $portable
New-Item -ItemType File (Join-Path $portable "portable") | Out-Null
Compress-Archive -Force -Path $portable -DestinationPath (Join-Path $dist "InPost-Desk-$version-portable.zip")

if (-not $NoInstaller) {
    $makensis = (Get-Command makensis -ErrorAction SilentlyContinue).Source
    if (-not $makensis) { $makensis = "${env:ProgramFiles(x86)}\NSIS\makensis.exe" }
    $icon = Join-Path $root "build\inpost-desk.ico"
    Invoke-Checked $python packaging\windows\icon.py $icon
    $given = @("-V2", "-WX", "-INPUTCHARSET", "UTF8", "-DVERSION=$version", "-DPROGRAM=$program", "-DICON=$icon",
        "-DOUTPUT=$(Join-Path $dist "InPost-Desk-$version.exe")")
    if ($Sign) { $given += "-DSIGN=$Sign" }
    Invoke-Checked $makensis @given packaging\windows\installer.nsi
}
Get-ChildItem $dist -File | Select-Object Name, Length
