/* Starts the Anteroom that lies beside this program, with the Python that lies there too.

   Built twice. anteroom.exe has a console: it runs one command and returns its exit code.
   anteroom-kiosk.exe (-DKIOSK) has no window of its own: it runs the kiosk, starts it again when it
   breaks, and ends with
     0   staff left to the desktop
     2   the settings cannot be used; starting again would not help
     20  ten starts in a row broke at once; Shell Launcher restarts the machine on this code.
         With /keep as its first word it goes on trying instead, where nothing would restart it.
   Its log is %ProgramData%\anteroom\log\kiosk.log, and every break stands in the event log. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <wchar.h>

#define LONGEST 32767
#define GIVE_UP_AFTER 10
#define SOON_MS 60000ULL
#define LOG_LIMIT (1024 * 1024)

static wchar_t folder[LONGEST], line[LONGEST];

static int find_folder(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    if (length == 0 || length >= LONGEST)
        return 0;
    wchar_t *last = wcsrchr(folder, L'\\');
    if (last == NULL)
        return 0;
    *last = 0;
    return 1;
}

/* What stands behind the program's own name in the command line, quotes and all. */
static const wchar_t *arguments(void)
{
    const wchar_t *at = GetCommandLineW();
    int quoted = 0;
    for (; *at && (quoted || (*at != L' ' && *at != L'\t')); at++)
        if (*at == L'"')
            quoted = !quoted;
    return at;
}

static int write_line(const wchar_t *python, const wchar_t *extra, const wchar_t *words)
{
    size_t needed = 2 * wcslen(folder) + wcslen(extra) + wcslen(words) + 80;
    if (needed >= LONGEST)
        return 0;
    wcscpy(line, L"\"");
    wcscat(line, folder);
    wcscat(line, L"\\python\\");
    wcscat(line, python);
    /* -I: no settings of the user's own Python; -B: nothing is written beside the program. */
    wcscat(line, L"\" -I -B \"");
    wcscat(line, folder);
    wcscat(line, L"\\launcher.py\"");
    wcscat(line, extra);
    wcscat(line, words);
    return 1;
}

static DWORD run(HANDLE log)
{
    STARTUPINFOW how;
    PROCESS_INFORMATION made;
    DWORD code = 1;
    ZeroMemory(&how, sizeof how);
    how.cb = sizeof how;
    if (log != INVALID_HANDLE_VALUE) {
        how.dwFlags = STARTF_USESTDHANDLES;
        how.hStdOutput = how.hStdError = log;
    }
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &made))
        return 1;
    CloseHandle(made.hThread);
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &code);
    CloseHandle(made.hProcess);
    return code;
}

#ifdef KIOSK

static HANDLE open_log(void)
{
    static wchar_t path[LONGEST], older[LONGEST];
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    DWORD length = GetEnvironmentVariableW(L"ProgramData", path, LONGEST - 40);
    if (length == 0 || length >= LONGEST - 40)
        return INVALID_HANDLE_VALUE;
    wcscat(path, L"\\anteroom\\log");
    CreateDirectoryW(path, NULL);
    wcscat(path, L"\\kiosk.log");
    WIN32_FILE_ATTRIBUTE_DATA now;
    if (GetFileAttributesExW(path, GetFileExInfoStandard, &now) && now.nFileSizeLow > LOG_LIMIT) {
        wcscpy(older, path);
        wcscat(older, L".1");
        MoveFileExW(path, older, MOVEFILE_REPLACE_EXISTING);
    }
    return CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ, &inherited, OPEN_ALWAYS,
                       FILE_ATTRIBUTE_NORMAL, NULL);
}

static void tell(DWORD code)
{
    static wchar_t text[80];
    const wchar_t *texts[] = {text};
    HANDLE source = RegisterEventSourceW(NULL, L"Anteroom");
    if (source == NULL)
        return;
    wsprintfW(text, L"The kiosk ended with exit code %u.", code);
    ReportEventW(source, EVENTLOG_WARNING_TYPE, 0, 1, NULL, 1, 0, texts, NULL);
    DeregisterEventSource(source);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR words, int show)
{
    (void)self; (void)before; (void)words; (void)show;
    int broken = 0, keep;
    const wchar_t *options = arguments();
    while (*options == L' ' || *options == L'\t')
        options++;
    keep = wcsncmp(options, L"/keep", 5) == 0;
    if (!find_folder() || !write_line(L"pythonw.exe", L" run ", keep ? options + 5 : options))
        return 2;
    /* Nothing is loaded from the folder the kiosk happens to be started in. */
    SetDllDirectoryW(L"");
    while (keep || broken < GIVE_UP_AFTER) {
        ULONGLONG began = GetTickCount64();
        HANDLE log = open_log();
        DWORD code = run(log);
        if (log != INVALID_HANDLE_VALUE)
            CloseHandle(log);
        if (code == 0 || code == 2)
            return (int)code;
        tell(code);
        broken = GetTickCount64() - began < SOON_MS ? broken + 1 : 1;
        Sleep(broken < 5 ? 1000 : 10000);
    }
    return 20;
}

#else

int wmain(void)
{
    if (!find_folder() || !write_line(L"python.exe", L"", arguments()))
        return 2;
    SetDllDirectoryW(L"");
    return (int)run(INVALID_HANDLE_VALUE);
}

#endif
