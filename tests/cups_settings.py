"""What the tests' CUPS and its printers are told: settings files and additions to drivers, as text."""

from __future__ import annotations

from typing import Final

# Asking the printer for its ink takes 4 s where nobody answers.
NO_INK: Final = "*cupsSNMPSupplies: False\n"
# As label printers' drivers have it: any paper up to a sheet's size, to its edge.
ANY_PAPER: Final = """\
*MaxMediaWidth: "842"
*MaxMediaHeight: "1191"
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 842
*ParamCustomPageSize Height: 2 points 36 1191
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
"""

CUPSD_CONF: Final = """\
LogLevel debug
Listen {folder}/cups.sock
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType Basic
WebInterface No
IdleExitTimeout 0
JobRetryInterval 1
PreserveJobHistory Yes
PreserveJobFiles No
MaxJobs 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  AuthType None
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    AuthType None
    Order allow,deny
  </Limit>
</Policy>
<Policy strict>
  <Limit Print-Job Cancel-Job>
    AuthType Default
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    AuthType None
    Order allow,deny
  </Limit>
</Policy>
"""
FILES_CONF: Final = """\
ServerRoot {folder}/etc
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog {folder}/log/access_log
ErrorLog {folder}/log/error_log
PageLog {folder}/log/page_log
FileDevice Yes
SystemGroup root
User {user}
Group {group}
"""
A6_PRINTER: Final = """\
ATTR keyword media-supported iso_a6_105x148mm
ATTR keyword media-default iso_a6_105x148mm
ATTR keyword media-ready iso_a6_105x148mm
ATTR collection media-size-supported {{ {size} }}
ATTR collection media-col-default {{ MEMBER collection media-size {{ {size} }} {margins} }}
ATTR collection media-col-ready {{ MEMBER collection media-size {{ {size} }} {margins} }}
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 0
ATTR integer media-right-margin-supported 0
ATTR integer media-top-margin-supported 0
ATTR resolution printer-resolution-default 203dpi
ATTR resolution printer-resolution-supported 203dpi
ATTR keyword print-scaling-supported auto,auto-fit,fill,fit,none
ATTR mimeMediaType document-format-default application/pdf
ATTR mimeMediaType document-format-supported application/pdf
""".format(
    size="MEMBER integer x-dimension 10500 MEMBER integer y-dimension 14800",
    margins=" ".join(
        f"MEMBER integer media-{side}-margin 0" for side in ("bottom", "left", "right", "top")
    ),
)
ROLL_PRINTER: Final = A6_PRINTER.replace(
    "media-supported iso_a6_105x148mm",
    "media-supported iso_a6_105x148mm,custom_min_50x50mm,custom_max_110x300mm",
).replace(
    "media-size-supported {",
    "media-size-supported { MEMBER rangeOfInteger x-dimension 5000-11000 "
    "MEMBER rangeOfInteger y-dimension 5000-30000 }, {",
)
