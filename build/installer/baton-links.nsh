; Makes `baton:` links open Baton, for the computer or for the person, as it was installed.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\baton" "" "URL:Baton transfer"
  WriteRegStr SHCTX "Software\Classes\baton" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\baton\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\baton\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\baton"
!macroend
