@echo off
rem Gives the kiosk's account, and nobody else but administrators, the settings, records and log.
rem
rem     set-up.cmd ACCOUNT
rem
rem Run it once as an administrator after the first installation, and after a change of the account.
rem The installer cannot do this by itself. Exit code 0 when the rights are set.
setlocal
if "%~1"=="" (
    echo Name the account the kiosk runs under: set-up.cmd ACCOUNT 1>&2
    exit /b 2
)
set "DATA=%ProgramData%\anteroom"
if not exist "%DATA%\data" mkdir "%DATA%\data"
if not exist "%DATA%\log" mkdir "%DATA%\log"
rem The two numbers are the system and the administrators, whatever language Windows speaks.
icacls "%DATA%" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "%~1:(OI)(CI)RX" || exit /b 1
icacls "%DATA%\data" /grant:r "%~1:(OI)(CI)M" || exit /b 1
icacls "%DATA%\log" /grant:r "%~1:(OI)(CI)M" || exit /b 1
exit /b 0
