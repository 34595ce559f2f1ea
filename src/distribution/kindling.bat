@echo off
rem Starts Kindling.
rem   JAVA_HOME           the Java to use (17 or newer), else the one on the PATH
rem   KINDLING_JAVA_OPTS  options for it, such as -Xmx8g
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem Native linear algebra: one thread each, for the parallelism is in Kindling's own workers.
set OMP_NUM_THREADS=1
set OPENBLAS_NUM_THREADS=1
"%java%" %KINDLING_JAVA_OPTS% -jar "%~dp0kindling.jar" %*
exit /b %ERRORLEVEL%
