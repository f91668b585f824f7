@echo off
rem Starts InPost Desk from a checkout by double-click. Needs Python 3.11 or newer with the py launcher.
rem Never run here: written for Windows 10 and 11, not yet tried on either.
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "stamp=%venv%\set-up.stamp"

"%venv%\Scripts\python.exe" -c "" >nul 2>nul && fc /b "%here%requirements.lock" "%stamp%" >nul 2>nul && goto start

py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Python 3.11 or newer is needed. Install it from python.org, then start again.
  goto trouble
)
echo Setting up, this once. This takes a minute or two.
if exist "%stamp%" del "%stamp%"
"%venv%\Scripts\python.exe" -c "" >nul 2>nul || py -3 -m venv --clear "%venv%"
if errorlevel 1 goto trouble
"%venv%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "%here%requirements.lock"
if errorlevel 1 (
  echo The Python packages could not be fetched. Is this computer online? Then start again.
  goto trouble
)
copy /b "%here%requirements.lock" "%stamp%" >nul

:start
set "PYTHONPATH=%here%."
"%venv%\Scripts\python.exe" -P -m inpost_desk %*
if errorlevel 1 goto trouble
exit /b 0

:trouble
set "code=%errorlevel%"
rem A window opened by double-click would close with the message in it.
echo %cmdcmdline% | find /i "/c" >nul && pause
exit /b %code%
