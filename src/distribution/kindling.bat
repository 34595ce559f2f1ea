@echo off
rem Starts Kindling.
rem   JAVA_HOME           the Java to use (17 or newer), else the one on the PATH
rem   KINDLING_JAVA_OPTS  options for it, such as -Xmx8g

rem Where a user has switched delayed expansion on, it would take exclamation marks out of arguments.
setlocal EnableExtensions DisableDelayedExpansion

for %%f in (java.exe) do set "java=%%~$PATH:f"
rem Some set the variable with quotes in its value.
if defined JAVA_HOME set "java=%JAVA_HOME:"=%\bin\java.exe"
if not defined java goto missing
if not exist "%java%" goto missing

rem Native linear algebra: one thread each, for the parallelism is in Kindling's own workers.
set OMP_NUM_THREADS=1
set OPENBLAS_NUM_THREADS=1
"%java%" %KINDLING_JAVA_OPTS% -jar "%~dp0kindling.jar" %*
exit /b %ERRORLEVEL%

:missing
>&2 echo kindling: no java.exe on the PATH or in JAVA_HOME: install Java 17 or newer, or set JAVA_HOME
exit /b 2
