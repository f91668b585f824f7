; The installer for one user of Windows 10 or 11 (64 bits): no administrator, nothing outside the user's folders.
; Built by build.ps1, or on Linux:
;   makensis -DVERSION=0.1.0 -DPROGRAM=dist/inpost-desk -DOUTPUT=InPost-Desk-0.1.0.exe packaging/windows/installer.nsi
; What it puts there it takes away again; orders, labels and settings (AppData\Local\inpost-desk) are never touched.

Unicode true
; NSIS of Debian has 64 bits, too: so it can be tried under Wine without those of 32.
!ifdef TARGET
  Target "${TARGET}"
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh

!define NAME "InPost Desk"
!define WINDOW "InPost Desk.exe"
!define CONSOLE "inpost-desk.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\InPostDesk"
!define BUSY 2
!define NOT_HERE 3

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
; Set by build.ps1 where there is a certificate: the command that signs the file named last.
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ABORTWARNING
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RefuseWhileRunning
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is taken where the system speaks neither.
!insertmacro MUI_LANGUAGE "Polish"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_POLISH} "InPost Desk jest uruchomiony. Dokończ to, co robi, zamknij jego okno i spróbuj ponownie. Niczego nie zmieniono."
LangString RUNNING ${LANG_ENGLISH} "InPost Desk is running. Let it finish, close its window and try again. Nothing was changed."
LangString TOO_OLD ${LANG_POLISH} "InPost Desk wymaga 64-bitowego systemu Windows 10 lub 11."
LangString TOO_OLD ${LANG_ENGLISH} "InPost Desk needs Windows 10 or 11, 64 bits."
LangString PROGRAM_PART ${LANG_POLISH} "Program i skrót w menu Start"
LangString PROGRAM_PART ${LANG_ENGLISH} "Program and Start menu shortcut"
LangString DESKTOP_PART ${LANG_POLISH} "Skrót na pulpicie"
LangString DESKTOP_PART ${LANG_ENGLISH} "Desktop shortcut"
LangString KEPT ${LANG_POLISH} "Program zostanie usunięty. Zamówienia, etykiety i ustawienia zostają w folderze $LOCALAPPDATA\inpost-desk, a token w Menedżerze poświadczeń systemu Windows."
LangString KEPT ${LANG_ENGLISH} "The program will be removed. Orders, labels and settings stay in $LOCALAPPDATA\inpost-desk, and the token in Windows' Credential Manager."

; A program that runs cannot be opened for writing. The ledger would survive it, half a program would not start.
!macro REFUSE_WHILE_RUNNING
  ${If} ${FileExists} "$INSTDIR\${WINDOW}"
    StrCpy $1 "free"
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOW}" a
    ${If} ${Errors}
      StrCpy $1 "busy"
    ${Else}
      FileClose $0
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${CONSOLE}" a
    ${If} ${Errors}
      StrCpy $1 "busy"
    ${Else}
      FileClose $0
    ${EndIf}
    ${If} $1 == "busy"
      SetErrorLevel ${BUSY}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      Abort
    ${EndIf}
  ${EndIf}
!macroend

; Only what an installer of ours has put there, and never the folder with whatever else is in it.
!macro REMOVE_PROGRAM
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\${WINDOW}"
    Delete "$INSTDIR\${CONSOLE}"
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    SetErrorLevel ${NOT_HERE}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Function RefuseWhileRunning
  !insertmacro REFUSE_WHILE_RUNNING
FunctionEnd

Section "$(PROGRAM_PART)"
  SectionIn RO
  ; Once more: it may have been started while the pages were read, and a silent installation has no pages.
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section /o "$(DESKTOP_PART)"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${WINDOW}"
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Stays where something of the user's is in it.
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
