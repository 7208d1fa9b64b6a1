@echo off
rem 链图：双击启动。首次运行会安装到本文件夹的 .venv，需要联网；之后不需要。
rem Starts 链图 by a double click; the first time it installs itself into .venv here.
chcp 65001 >nul
setlocal
cd /d "%~dp0.."
set PYTHONUTF8=1
if exist .venv\Scripts\liantu.exe goto serve
echo 首次启动：正在安装，约需一分钟 / installing, about a minute
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto python
py -3 -m venv .venv || goto failed
.venv\Scripts\python.exe -m pip install --quiet . || goto failed
:serve
rem The page opens once the server answers; closing this window stops it.
start "" /min powershell -NoProfile -Command "foreach ($i in 1..120) { try { Invoke-WebRequest -UseBasicParsing http://127.0.0.1:8000/healthz | Out-Null; Start-Process http://127.0.0.1:8000/; break } catch { Start-Sleep 1 } }"
.venv\Scripts\liantu.exe serve
if errorlevel 1 goto failed
exit /b 0
:python
echo 需要 Python 3.11 或更新：https://www.python.org/downloads/ / Python 3.11 or newer is needed
pause
exit /b 1
:failed
echo 未能启动，原因见上 / it did not start; the reason stands above
pause
exit /b 1
