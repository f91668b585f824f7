"""What each trouble with a file, a folder or a port says in English; `troubles` puts them to the others.

`{place}` is the file concerned, `{detail}` a fact such as a line or a count.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

FILE_TROUBLES: Final[dict[str, str]] = {
    "file": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the file cannot be used ({detail}). Try another one."
    ),
    "file.cod_report": QT_TRANSLATE_NOOP(
        "troubles",
        "InPost's report of cash on delivery cannot be read: download it in Manager Paczek and try"
        " again later.",
    ),
    "file.table_ending": QT_TRANSLATE_NOOP(
        "troubles", "{place}: name a file that ends in .csv, .txt, .tsv or .xlsx."
    ),
    "file.month_ending": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the month's file is a workbook. Name a file that ends in .xlsx."
    ),
    "file.held_open": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} is open in another program, such as Excel. Close it there and try again.",
    ),
    "file.port_taken": QT_TRANSLATE_NOOP(
        "troubles",
        "Another program already uses {place}. Choose another port, or end that program.",
    ),
    "file.port_not_allowed": QT_TRANSLATE_NOOP(
        "troubles", "This user may not listen at {place}. Choose a port above 1024."
    ),
    "file.host_not_here": QT_TRANSLATE_NOOP(
        "troubles", "{place} is no address of this computer. Use 127.0.0.1 or 0.0.0.0."
    ),
    "file.missing": QT_TRANSLATE_NOOP(
        "troubles", "{place}: there is no such file or folder. Check the name."
    ),
    "file.is_a_folder": QT_TRANSLATE_NOOP("troubles", "{place}: this is a folder. Name a file."),
    "file.not_a_folder": QT_TRANSLATE_NOOP(
        "troubles", "{place}: this is not a folder. Name a folder."
    ),
    "file.unreadable": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} cannot be read. Check whether another program holds it and whether it opens.",
    ),
    "file.no_permission": QT_TRANSLATE_NOOP(
        "troubles", "You may not read {place}. Check its permissions."
    ),
    "file.empty": QT_TRANSLATE_NOOP("troubles", "{place} is empty. Export the orders once more."),
    "file.header_only": QT_TRANSLATE_NOOP(
        "troubles", "{place} has column names but no orders. Export the orders once more."
    ),
    "file.no_header": QT_TRANSLATE_NOOP(
        "troubles",
        "The column names of Manager Paczek's file are missing in the first row (e-mail, "
        "telefon, rozmiar, paczkomat …). Add them, or export the orders once more.",
    ),
    "file.encoding": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the Polish letters cannot be read. Save the file as CSV UTF-8."
    ),
    "file.not_a_table": QT_TRANSLATE_NOOP(
        "troubles", "{place} is neither CSV nor XLSX nor ODS. Export the orders once more."
    ),
    "file.old_workbook": QT_TRANSLATE_NOOP(
        "troubles", "{place} is an old Excel file (XLS). Save it as XLSX."
    ),
    "file.damaged": QT_TRANSLATE_NOOP(
        "troubles", "{place} is damaged. Export or save it once more."
    ),
    "file.encrypted": QT_TRANSLATE_NOOP(
        "troubles", "{place} is protected by a password. Save it without one."
    ),
    "file.zip_bomb": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} unpacks to far more than an order file holds, so it was not opened. Export the "
        "orders once more.",
    ),
    "file.too_many_rows": QT_TRANSLATE_NOOP(
        "troubles", "{place} has too many rows (20,000 at most). Split it."
    ),
    "file.too_many_columns": QT_TRANSLATE_NOOP(
        "troubles", "{place} has too many columns. Remove those that are not needed."
    ),
    "file.quotes": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}, line {detail}: a quotation mark is opened and never closed. Correct it in the "
        "file.",
    ),
    "file.columns_missing": QT_TRANSLATE_NOOP(
        "troubles",
        "Columns are missing in the file: {place}. Add them, or export the orders once more.",
    ),
    "file.columns_doubled": QT_TRANSLATE_NOOP(
        "troubles", "Columns stand twice in the file: {place}. Remove one of each."
    ),
    "file.read_only": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be written. Choose another folder, or change its permissions."
    ),
    "file.disk_full": QT_TRANSLATE_NOOP(
        "troubles", "The disk is full, so {place} was not written. Free some space and start again."
    ),
    "file.locked": QT_TRANSLATE_NOOP(
        "troubles", "{place} is in use by another program. Close it there and start again."
    ),
    "file.api_url_not_secure": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the address must be https, or http on this machine. Check --api-url."
    ),
    "file.api_url_not_valid": QT_TRANSLATE_NOOP(
        "troubles", "“{place}” is not a web address. Check --api-url."
    ),
    "file.proxy_not_valid": QT_TRANSLATE_NOOP(
        "troubles",
        "“{place}” is no proxy. Enter its host and port, such as http://proxy.firma:8080.",
    ),
    "file.proxy_with_password": QT_TRANSLATE_NOOP(
        "troubles",
        "A password is not kept with the proxy {place}, where others could read it. Enter the proxy without "
        "it, and set HTTPS_PROXY with name and password for InPost Desk.",
    ),
    "file.failed": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} could not be started. Start again; if it stays so, run “inpost-desk doctor”.",
    ),
    "file.no_folder": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: the folder for this file does not exist. Make it, or choose another one.",
    ),
    "file.too_big": QT_TRANSLATE_NOOP(
        "troubles", "{place} is too large (20 MB at most). Split it."
    ),
    "file.still_growing": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} is still being written. Wait until the export has ended and start again.",
    ),
    "file.is_the_order_file": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: this is the order file itself, which is not overwritten. Choose another name.",
    ),
    "file.named_twice": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: the labels, the result and the XLSX beside it cannot be one file. Choose "
        "different names.",
    ),
    "file.not_a_file": QT_TRANSLATE_NOOP(
        "troubles", "{place}: this is a device or something else, not a file. Name a file."
    ),
    "file.name_too_long": QT_TRANSLATE_NOOP(
        "troubles", "{place}: the name is too long for this disk. Choose a shorter one."
    ),
    "file.not_written": QT_TRANSLATE_NOOP(
        "troubles", "{place} could not be written. Choose another folder."
    ),
    "file.unusable": QT_TRANSLATE_NOOP(
        "troubles", "{place} cannot be used ({detail}). Check the disk."
    ),
    "file.no_backup_folder": QT_TRANSLATE_NOOP(
        "troubles",
        "No folder was chosen for copies. Choose one in Settings, or say --to FOLDER.",
    ),
    "file.own_folder": QT_TRANSLATE_NOOP(
        "troubles",
        "{place} is in the program's own data: whatever takes the data would take the copies along. Choose a folder "
        "on another disk.",
    ),
    "file.fewer_than_copied": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: this copy knows more shipments of {detail} than there are here now, so it stays as it is. If data "
        "was lost here, restore it first; else the next copy is made tomorrow.",
    ),
    "file.copying": QT_TRANSLATE_NOOP(
        "troubles", "Another window or command is just making a copy. Wait until it has ended."
    ),
    "file.no_copy": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: there is no copy in this folder, or none of that day. Name the folder that was chosen for copies.",
    ),
    "file.several_computers": QT_TRANSLATE_NOOP(
        "troubles",
        "Copies of several computers are here. Name one of these folders: {place}.",
    ),
    "file.copy_newer": QT_TRANSLATE_NOOP(
        "troubles", "{place}: this copy was made by a newer InPost Desk. Install that one first."
    ),
    "file.copy_damaged": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: this copy is damaged, so nothing was changed here. Take another day's with --day; “inpost-desk "
        "restore FOLDER --look” names them.",
    ),
    "file.no_such_account": QT_TRANSLATE_NOOP(
        "troubles",
        "{place}: this copy has no account {detail}. “inpost-desk restore FOLDER --look” names them.",
    ),
    "file.bad_name": QT_TRANSLATE_NOOP(
        "troubles", "{place}: a file cannot have this name. Please report this."
    ),
}
