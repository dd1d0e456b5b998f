@echo off
rem Starts Gongkai with the Java of JAVA_HOME, or else of the PATH. JAVA_OPTS takes options of Java, such as -Xmx2g.
setlocal
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo Java 17 or newer is required: install it, and set JAVA_HOME or add it to the PATH 1>&2
  exit /b 1
)
"%JAVA%" -XX:+ExitOnOutOfMemoryError %JAVA_OPTS% -jar "%~dp0..\app\quarkus-run.jar" %*
