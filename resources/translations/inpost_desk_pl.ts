<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="en_GB">
<context>
    <name>changes</name>
    <message>
        <source>(empty)</source>
        <translation>(puste)</translation>
    </message>
    <message>
        <source>extra protection raised to the cash on delivery, because the courier requires it</source>
        <translation>dodatkowa ochrona podniesiona do kwoty pobrania, bo wymaga tego kurier</translation>
    </message>
    <message>
        <source>numbered, because each row is a parcel</source>
        <translation>dodano numer, bo każdy wiersz to osobna paczka</translation>
    </message>
    <message>
        <source>this point is a PaczkoPunkt, so InPost changes the service</source>
        <translation>ten punkt to PaczkoPunkt, więc InPost zmieni usługę</translation>
    </message>
    <message>
        <source>written the usual way</source>
        <translation>ujednolicono zapis</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Buying</source>
        <translation>Kupuję przesyłki</translation>
    </message>
    <message>
        <source>Checking labels</source>
        <translation>Sprawdzam etykiety</translation>
    </message>
    <message>
        <source>Columns not used: {names}</source>
        <translation>Kolumny pominięte: {names}</translation>
    </message>
    <message>
        <source>Finishing the last request…</source>
        <translation>Kończę ostatnie zapytanie…</translation>
    </message>
    <message>
        <source>Found: {found}. Surely not made: {absent}. Still unsure: {open}.</source>
        <translation>Odnalezione: {found}. Na pewno nieutworzone: {absent}. Nadal do wyjaśnienia: {open}.</translation>
    </message>
    <message>
        <source>How do the parcels leave? “dispatch_order”: a courier fetches them; “parcel_locker”: you put them into a Paczkomat; “any_point”: any Paczkomat or PaczkoPunkt; “pop”: a PaczkoPunkt.</source>
        <translation>Jaki jest sposób nadania? „dispatch_order”: paczki odbiera kurier; „parcel_locker”: nadajesz w Paczkomacie; „any_point”: w dowolnym Paczkomacie lub PaczkoPunkcie; „pop”: w PaczkoPunkcie.</translation>
    </message>
    <message>
        <source>InPost has no shipment {id}; check the number and the account.</source>
        <translation>InPost nie ma przesyłki {id}; sprawdź numer i konto.</translation>
    </message>
    <message>
        <source>Labels: {path}</source>
        <translation>Etykiety: {path}</translation>
    </message>
    <message>
        <source>No account is known here. Add one with “inpost-desk account add”.</source>
        <translation>Nie ma tu jeszcze żadnego konta. Dodaj je poleceniem „inpost-desk account add”.</translation>
    </message>
    <message>
        <source>No token was given, so nothing was changed.</source>
        <translation>Nie podano tokenu, więc nic się nie zmieniło.</translation>
    </message>
    <message>
        <source>None of these rows has a label yet; nothing was written.</source>
        <translation>Żaden z tych wierszy nie ma jeszcze etykiety; nic nie zapisano.</translation>
    </message>
    <message>
        <source>Not everything is finished: start the same command again; nothing is bought twice.</source>
        <translation>Nie wszystko jest gotowe: uruchom to samo polecenie ponownie; nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>Not everything is paid: top up in Manager Paczek, then start the same command again.</source>
        <translation>Nie wszystko jest opłacone: doładuj konto w Managerze Paczek i uruchom to samo polecenie ponownie.</translation>
    </message>
    <message>
        <source>Noted: InPost does not have it. “inpost-desk ship” sends it the next time.</source>
        <translation>Zapisano: InPost jej nie ma. Następne „inpost-desk ship” wyśle ją.</translation>
    </message>
    <message>
        <source>Noted: this shipment is the one. “inpost-desk ship” fetches its label the next time.</source>
        <translation>Zapisano: to jest ta przesyłka. Następne „inpost-desk ship” pobierze jej etykietę.</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Jeszcze nic nie wysłano.</translation>
    </message>
    <message>
        <source>Organisation {id} answers: {name}.</source>
        <translation>Odpowiada organizacja {id}: {name}.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Parcels to buy: {parcels}. Rows to correct: {bad}. Sent before: {sent}.</source>
        <translation>Paczki do kupienia: {parcels}. Wiersze do poprawy: {bad}. Wysłane wcześniej: {sent}.</translation>
    </message>
    <message>
        <source>Picture of the labels: {path}</source>
        <translation>Podgląd etykiet: {path}</translation>
    </message>
    <message>
        <source>Reading points</source>
        <translation>Wczytuję punkty</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Numer referencyjny</translation>
    </message>
    <message>
        <source>References on several rows: {references} (rows: {rows}). Are these lines of one order (“lines”, parcels in all: {lines}) or separate parcels (“parcels”, in all: {parcels})?</source>
        <translation>Powtarzające się numery referencyjne: {references} (wiersze: {rows}). Czy to pozycje jednego zamówienia („lines”, razem paczek: {lines}), czy osobne paczki („parcels”, razem: {parcels})?</translation>
    </message>
    <message>
        <source>References sent before: {count}. Leave them out (“skip”) or send again (“again”)?</source>
        <translation>Numery referencyjne wysłane już wcześniej: {count}. Pominąć je („skip”) czy wysłać jeszcze raz („again”)?</translation>
    </message>
    <message>
        <source>Result: {path}</source>
        <translation>Plik z wynikami: {path}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Wiersz</translation>
    </message>
    <message>
        <source>Say which reference is meant: “inpost-desk settle REFERENCE --adopt …” or “--absent”.</source>
        <translation>Podaj numer referencyjny, którego dotyczy odpowiedź: „inpost-desk settle NUMER --adopt …” albo „--absent”.</translation>
    </message>
    <message>
        <source>ShipX batch {id}: {status}</source>
        <translation>Partia ShipX {id}: {status}</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost or bought twice: start the same command again to go on.</source>
        <translation>Zatrzymano. Nic nie zginęło i nic nie zostanie kupione dwa razy: aby dokończyć, uruchom to samo polecenie ponownie.</translation>
    </message>
    <message>
        <source>That is none of the answers. Type one of these: {answers}.</source>
        <translation>Nie ma takiej odpowiedzi. Wpisz jedną z tych: {answers}.</translation>
    </message>
    <message>
        <source>That shipment belongs to another order already; choose another one.</source>
        <translation>Ta przesyłka należy już do innego zamówienia; wskaż inną.</translation>
    </message>
    <message>
        <source>The account and its token are forgotten; its ledger stays.</source>
        <translation>Konto i jego token usunięto; rejestr przesyłek zostaje.</translation>
    </message>
    <message>
        <source>The run stopped: {why}</source>
        <translation>Wysyłka zatrzymana: {why}</translation>
    </message>
    <message>
        <source>The settings were damaged and set aside as {path}; the usual ones apply now.</source>
        <translation>Plik ustawień był uszkodzony i odłożono go jako {path}; teraz działają ustawienia domyślne.</translation>
    </message>
    <message>
        <source>The token is in the keyring. Try it with “inpost-desk account check”.</source>
        <translation>Token jest w systemowym magazynie haseł. Sprawdź go poleceniem „inpost-desk account check”.</translation>
    </message>
    <message>
        <source>There are no labels this time; those of an earlier start are {path} now.</source>
        <translation>Tym razem nie ma etykiet; te z wcześniejszego uruchomienia są teraz w {path}.</translation>
    </message>
    <message>
        <source>There is no account {id} here. “inpost-desk account list” shows those there are.</source>
        <translation>Nie ma tu konta {id}. Listę kont pokaże „inpost-desk account list”.</translation>
    </message>
    <message>
        <source>There is no run {number}. “inpost-desk status --runs” lists them.</source>
        <translation>Nie ma wysyłki nr {number}. Listę pokaże „inpost-desk status --runs”.</translation>
    </message>
    <message>
        <source>Token of organisation {id} (not shown): </source>
        <translation>Token organizacji {id} (nie będzie widoczny): </translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Numer przesyłki</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Dlaczego</translation>
    </message>
    <message>
        <source>finding out what became of a lost answer</source>
        <translation>sprawdzam w InPost, co się stało z utraconą odpowiedzią</translation>
    </message>
    <message>
        <source>labels: {count}</source>
        <translation>etykiety: {count}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>wiersz {row}</translation>
    </message>
    <message>
        <source>rows {rows}</source>
        <translation>wiersze {rows}</translation>
    </message>
    <message>
        <source>{count} rows were bought by an earlier start; nothing is bought again.</source>
        <translation>Wiersze kupione już wcześniej: {count}; nic nie zostanie kupione drugi raz.</translation>
    </message>
    <message>
        <source>{field}: {why} (rows: {count})</source>
        <translation>{field}: {why} (wierszy: {count})</translation>
    </message>
    <message>
        <source>{path} is from an earlier start; there are no new labels in it.</source>
        <translation>Plik {path} pochodzi z wcześniejszego uruchomienia; nie ma w nim nowych etykiet.</translation>
    </message>
    <message>
        <source>{reference}: another window or command is at it; try again when that has ended.</source>
        <translation>{reference}: zajmuje się tym inne okno lub polecenie; spróbuj ponownie, gdy skończy.</translation>
    </message>
    <message>
        <source>{reference}: found out by itself just now, so nothing had to be decided.</source>
        <translation>{reference}: wyjaśniło się samo, więc nie trzeba było nic rozstrzygać.</translation>
    </message>
    <message>
        <source>{reference}: not known here. Check the reference and the account.</source>
        <translation>{reference}: nie znam tego numeru. Sprawdź numer referencyjny i konto.</translation>
    </message>
    <message>
        <source>{reference}: nothing is unsure here. “inpost-desk status” shows how it stands.</source>
        <translation>{reference}: nie ma tu nic do wyjaśnienia. Stan pokaże „inpost-desk status”.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… oraz jeszcze {count}</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>InPost</source>
        <translation>InPost</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>a damaged file was set aside; the usual ones apply</source>
        <translation>uszkodzony plik odłożono na bok; działają ustawienia domyślne</translation>
    </message>
    <message>
        <source>at least 500 MB are needed; free some space</source>
        <translation>potrzeba co najmniej 500 MB; zwolnij miejsce</translation>
    </message>
    <message>
        <source>bar codes</source>
        <translation>kody kreskowe</translation>
    </message>
    <message>
        <source>choose a local --data-dir</source>
        <translation>wskaż folder na tym komputerze (--data-dir)</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>folder danych</translation>
    </message>
    <message>
        <source>data folder is on this machine</source>
        <translation>folder danych jest na tym komputerze</translation>
    </message>
    <message>
        <source>database</source>
        <translation>baza danych</translation>
    </message>
    <message>
        <source>fonts</source>
        <translation>czcionki</translation>
    </message>
    <message>
        <source>free disk space</source>
        <translation>wolne miejsce na dysku</translation>
    </message>
    <message>
        <source>install CUPS; until then labels are PDF files only</source>
        <translation>zainstaluj CUPS; do tego czasu etykiety będą tylko plikami PDF</translation>
    </message>
    <message>
        <source>install InPost Desk again</source>
        <translation>zainstaluj InPost Desk ponownie</translation>
    </message>
    <message>
        <source>install Python 3.11 or newer</source>
        <translation>zainstaluj Pythona 3.11 lub nowszego</translation>
    </message>
    <message>
        <source>install a font, for example fonts-dejavu-core</source>
        <translation>zainstaluj czcionkę, na przykład fonts-dejavu-core</translation>
    </message>
    <message>
        <source>install the system libraries the README names</source>
        <translation>zainstaluj biblioteki systemowe wymienione w README</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>magazyn haseł</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>drukowanie</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ustawienia</translation>
    </message>
    <message>
        <source>simulator</source>
        <translation>symulator</translation>
    </message>
    <message>
        <source>spreadsheets</source>
        <translation>arkusze</translation>
    </message>
    <message>
        <source>window system (Qt)</source>
        <translation>system okien (Qt)</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>%Y-%m-%d %H:%M</source>
        <translation>%d.%m.%Y %H:%M</translation>
    </message>
    <message>
        <source>Allegro Kurier24</source>
        <translation>Allegro Kurier24</translation>
    </message>
    <message>
        <source>Allegro MiniKurier24</source>
        <translation>Allegro MiniKurier24</translation>
    </message>
    <message>
        <source>Allegro Paczkomat</source>
        <translation>Allegro Paczkomat</translation>
    </message>
    <message>
        <source>Paczka w Weekend</source>
        <translation>Paczka w Weekend</translation>
    </message>
    <message>
        <source>PaczkoPunkt</source>
        <translation>PaczkoPunkt</translation>
    </message>
    <message>
        <source>Paczkomat</source>
        <translation>Paczkomat</translation>
    </message>
    <message>
        <source>Paczkomat or PaczkoPunkt</source>
        <translation>Paczkomat lub PaczkoPunkt</translation>
    </message>
    <message>
        <source>Paczkomat, economy</source>
        <translation>Paczkomat, ekonomiczna</translation>
    </message>
    <message>
        <source>Podaj Dalej</source>
        <translation>Podaj Dalej</translation>
    </message>
    <message>
        <source>any Paczkomat or PaczkoPunkt</source>
        <translation>dowolny Paczkomat lub PaczkoPunkt</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>w przygotowaniu</translation>
    </message>
    <message>
        <source>brought to a PaczkoPunkt</source>
        <translation>nadanie w PaczkoPunkcie</translation>
    </message>
    <message>
        <source>brought to a customer service point (POK)</source>
        <translation>nadanie w Punkcie Obsługi Klienta (POK)</translation>
    </message>
    <message>
        <source>brought to an InPost branch</source>
        <translation>nadanie w oddziale InPost</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowana</translation>
    </message>
    <message>
        <source>cash on delivery</source>
        <translation>pobranie</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>uwagi</translation>
    </message>
    <message>
        <source>company</source>
        <translation>firma</translation>
    </message>
    <message>
        <source>cost centre (MPK)</source>
        <translation>MPK</translation>
    </message>
    <message>
        <source>could not be delivered</source>
        <translation>niedoręczona</translation>
    </message>
    <message>
        <source>courier parcel, brought to a customer service point (POK)</source>
        <translation>paczka kurierska nadana w Punkcie Obsługi Klienta (POK)</translation>
    </message>
    <message>
        <source>courier without contract (C2C)</source>
        <translation>kurier bez umowy (C2C)</translation>
    </message>
    <message>
        <source>courier, by 10:00</source>
        <translation>kurier, do 10:00</translation>
    </message>
    <message>
        <source>courier, by 12:00</source>
        <translation>kurier, do 12:00</translation>
    </message>
    <message>
        <source>courier, by 17:00</source>
        <translation>kurier, do 17:00</translation>
    </message>
    <message>
        <source>courier, eSmartMIX</source>
        <translation>kurier, eSmartMIX</translation>
    </message>
    <message>
        <source>courier, pallet</source>
        <translation>kurier, paleta</translation>
    </message>
    <message>
        <source>courier, standard</source>
        <translation>kurier standard</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>doręczona</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>extra protection</source>
        <translation>dodatkowa ochrona</translation>
    </message>
    <message>
        <source>fetched by a courier</source>
        <translation>odbiór przez kuriera</translation>
    </message>
    <message>
        <source>fetched by the courier</source>
        <translation>odebrana przez kuriera</translation>
    </message>
    <message>
        <source>first and last name</source>
        <translation>imię i nazwisko</translation>
    </message>
    <message>
        <source>going back</source>
        <translation>wraca do oddziału</translation>
    </message>
    <message>
        <source>in a branch</source>
        <translation>w oddziale</translation>
    </message>
    <message>
        <source>in the receiver&apos;s branch</source>
        <translation>w oddziale odbiorcy</translation>
    </message>
    <message>
        <source>in the sorting centre</source>
        <translation>w sortowni</translation>
    </message>
    <message>
        <source>kind of shipment</source>
        <translation>typ przesyłki</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>zaginiona</translation>
    </message>
    <message>
        <source>not collected in time</source>
        <translation>nieodebrana w terminie</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>jeszcze nieopłacona</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>w drodze</translation>
    </message>
    <message>
        <source>out for delivery</source>
        <translation>w doręczeniu</translation>
    </message>
    <message>
        <source>paid, not posted yet</source>
        <translation>opłacona, jeszcze nienadana</translation>
    </message>
    <message>
        <source>post code</source>
        <translation>kod pocztowy</translation>
    </message>
    <message>
        <source>posted at a PaczkoPunkt</source>
        <translation>nadana w PaczkoPunkcie</translation>
    </message>
    <message>
        <source>posted in a Paczkomat</source>
        <translation>nadana w Paczkomacie</translation>
    </message>
    <message>
        <source>put into a Paczkomat</source>
        <translation>nadanie w Paczkomacie</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>numer referencyjny</translation>
    </message>
    <message>
        <source>refused by the receiver</source>
        <translation>odbiorca odmówił przyjęcia</translation>
    </message>
    <message>
        <source>returned to the sender</source>
        <translation>zwrócona do nadawcy</translation>
    </message>
    <message>
        <source>row</source>
        <translation>wiersz</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>nadawca</translation>
    </message>
    <message>
        <source>sending method</source>
        <translation>sposób nadania</translation>
    </message>
    <message>
        <source>service</source>
        <translation>usługa</translation>
    </message>
    <message>
        <source>size</source>
        <translation>gabaryt</translation>
    </message>
    <message>
        <source>street</source>
        <translation>ulica</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefon</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>ponadgabarytowa</translation>
    </message>
    <message>
        <source>town</source>
        <translation>miejscowość</translation>
    </message>
    <message>
        <source>under complaint</source>
        <translation>w reklamacji</translation>
    </message>
    <message>
        <source>waiting for payment</source>
        <translation>czeka na opłacenie</translation>
    </message>
    <message>
        <source>waiting for the receiver</source>
        <translation>czeka na odbiór</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>nieopłacone</translation>
    </message>
    <message>
        <source>refused by InPost</source>
        <translation>odrzucone przez InPost</translation>
    </message>
    <message>
        <source>sent before, skipped</source>
        <translation>wysłane wcześniej, pominięte</translation>
    </message>
    <message>
        <source>to be corrected</source>
        <translation>do poprawy</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>do wyjaśnienia</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>czeka</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Allegro services need the buyer&apos;s Allegro e-mail address; correct it.</source>
        <translation>usługi Allegro wymagają adresu e-mail kupującego z Allegro; popraw go.</translation>
    </message>
    <message>
        <source>At least {hint} zł.</source>
        <translation>Co najmniej {hint} zł.</translation>
    </message>
    <message>
        <source>At most {hint} zł.</source>
        <translation>Najwyżej {hint} zł.</translation>
    </message>
    <message>
        <source>Excel shortened it and digits are lost; format the column as text and enter it anew.</source>
        <translation>Excel skrócił liczbę i cyfry przepadły; ustaw kolumnę jako tekst i wpisz numer od nowa.</translation>
    </message>
    <message>
        <source>InPost answered “{rule}”.</source>
        <translation>InPost odpowiedział: „{rule}”.</translation>
    </message>
    <message>
        <source>InPost could not be reached; start again later.</source>
        <translation>brak połączenia z InPost; uruchom ponownie później.</translation>
    </message>
    <message>
        <source>InPost could not make the label; start again later.</source>
        <translation>InPost nie przygotował etykiety; uruchom ponownie później.</translation>
    </message>
    <message>
        <source>InPost could not make the printout; try again later.</source>
        <translation>InPost nie przygotował wydruku; spróbuj ponownie później.</translation>
    </message>
    <message>
        <source>InPost did not accept the token; check the account and start again.</source>
        <translation>InPost nie przyjął tokenu; sprawdź konto i uruchom ponownie.</translation>
    </message>
    <message>
        <source>InPost did not understand the question; please report this.</source>
        <translation>InPost nie zrozumiał zapytania; prosimy o zgłoszenie tego błędu.</translation>
    </message>
    <message>
        <source>InPost does not accept this value; correct it.</source>
        <translation>InPost nie przyjmuje tej wartości; popraw ją.</translation>
    </message>
    <message>
        <source>InPost does not allow this in the present state of the shipment.</source>
        <translation>przy obecnym stanie przesyłki InPost na to nie pozwala.</translation>
    </message>
    <message>
        <source>InPost does not have it, but over an hour has passed; decide with “inpost-desk settle”.</source>
        <translation>InPost jej nie ma, ale minęła ponad godzina; rozstrzygnij poleceniem „inpost-desk settle” (Sprawdź w InPost).</translation>
    </message>
    <message>
        <source>InPost does not know it; check the account and the number.</source>
        <translation>InPost tego nie zna; sprawdź konto i numer.</translation>
    </message>
    <message>
        <source>InPost does not know one of these shipments; check the account.</source>
        <translation>InPost nie zna jednej z tych przesyłek; sprawdź konto.</translation>
    </message>
    <message>
        <source>InPost does not know this; correct it.</source>
        <translation>InPost tego nie zna; popraw.</translation>
    </message>
    <message>
        <source>InPost does not offer this service for this parcel; choose another one.</source>
        <translation>InPost nie oferuje tej usługi dla tej paczki; wybierz inną.</translation>
    </message>
    <message>
        <source>InPost does not serve this post code; check it.</source>
        <translation>InPost nie obsługuje tego kodu pocztowego; sprawdź go.</translation>
    </message>
    <message>
        <source>InPost found a mistake but did not say where; check the order.</source>
        <translation>InPost znalazł błąd, ale nie podał gdzie; sprawdź zamówienie.</translation>
    </message>
    <message>
        <source>InPost gives no price here to accounts paid by invoice.</source>
        <translation>przy umowie z fakturą InPost nie podaje tu ceny.</translation>
    </message>
    <message>
        <source>InPost has a shipment with this reference that may be another one; decide with “inpost-desk settle”.</source>
        <translation>w InPost jest przesyłka z tym numerem referencyjnym, ale może to być inna; rozstrzygnij poleceniem „inpost-desk settle” (Sprawdź w InPost).</translation>
    </message>
    <message>
        <source>InPost has no label for it; it keeps labels for some weeks only.</source>
        <translation>InPost nie ma już tej etykiety; trzyma je tylko przez kilka tygodni.</translation>
    </message>
    <message>
        <source>InPost has no label of this kind for this service.</source>
        <translation>InPost nie ma takiej etykiety dla tej usługi.</translation>
    </message>
    <message>
        <source>InPost has no such point; check the name of the Paczkomat or PaczkoPunkt.</source>
        <translation>InPost nie ma takiego punktu; sprawdź nazwę Paczkomatu lub PaczkoPunktu.</translation>
    </message>
    <message>
        <source>InPost has not confirmed the purchase yet; start again to look.</source>
        <translation>InPost nie potwierdził jeszcze zakupu; uruchom ponownie, aby sprawdzić.</translation>
    </message>
    <message>
        <source>InPost refused it without saying why; start again, or ask InPost.</source>
        <translation>InPost odmówił bez podania przyczyny; uruchom ponownie albo zapytaj w InPost.</translation>
    </message>
    <message>
        <source>InPost seems not to have it, but that is not certain; decide with “inpost-desk settle”.</source>
        <translation>InPost chyba jej nie ma, ale nie ma pewności; rozstrzygnij poleceniem „inpost-desk settle” (Sprawdź w InPost).</translation>
    </message>
    <message>
        <source>InPost sent something that is not a label; start again.</source>
        <translation>InPost przysłał coś, co nie jest etykietą; uruchom ponownie.</translation>
    </message>
    <message>
        <source>InPost&apos;s answer was lost; it is being found out and nothing is bought twice.</source>
        <translation>odpowiedź InPost przepadła; program to wyjaśnia i niczego nie kupi dwa razy.</translation>
    </message>
    <message>
        <source>InPost&apos;s carrier system is down; start again later.</source>
        <translation>system przewoźnika InPost nie działa; uruchom ponownie później.</translation>
    </message>
    <message>
        <source>It prints {hint} characters.</source>
        <translation>Zmieści się znaków: {hint}.</translation>
    </message>
    <message>
        <source>Paczka w Weekend can be made from Thursday 20:00 to Friday 18:00 only; write NIE or wait.</source>
        <translation>Paczkę w Weekend można utworzyć tylko od czwartku 20:00 do piątku 18:00; wpisz NIE albo poczekaj.</translation>
    </message>
    <message>
        <source>Paczka w Weekend goes to a Paczkomat only; write NIE.</source>
        <translation>Paczka w Weekend trafia tylko do Paczkomatu; wpisz NIE.</translation>
    </message>
    <message>
        <source>Paczka w Weekend is not possible with Allegro services; write NIE.</source>
        <translation>Paczka w Weekend nie działa z usługami Allegro; wpisz NIE.</translation>
    </message>
    <message>
        <source>Paczka w Weekend needs a Paczkomat open day and night; choose another point.</source>
        <translation>Paczka w Weekend wymaga Paczkomatu czynnego całą dobę; wybierz inny punkt.</translation>
    </message>
    <message>
        <source>Paczka w Weekend needs a Paczkomat, not a PaczkoPunkt; choose another point.</source>
        <translation>Paczka w Weekend wymaga Paczkomatu, nie PaczkoPunktu; wybierz inny punkt.</translation>
    </message>
    <message>
        <source>Service: {hint}.</source>
        <translation>Usługa: {hint}.</translation>
    </message>
    <message>
        <source>Shipment {hint}.</source>
        <translation>Przesyłka {hint}.</translation>
    </message>
    <message>
        <source>a page is missing in the label file; start again.</source>
        <translation>w pliku etykiety brakuje strony; uruchom ponownie.</translation>
    </message>
    <message>
        <source>above the highest value allowed; correct it.</source>
        <translation>powyżej dozwolonej wartości; popraw.</translation>
    </message>
    <message>
        <source>an error at InPost; start again later, nothing is bought twice.</source>
        <translation>błąd po stronie InPost; uruchom ponownie później, nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>another InPost API answers here, not ShipX; check --api-url.</source>
        <translation>odpowiada tu inne API InPost, nie ShipX; sprawdź --api-url.</translation>
    </message>
    <message>
        <source>another file with the same reference has taken it over; start that file.</source>
        <translation>przejął to inny plik z tym samym numerem referencyjnym; uruchom tamten plik.</translation>
    </message>
    <message>
        <source>another window or command is sending it right now.</source>
        <translation>właśnie wysyła to inne okno lub polecenie.</translation>
    </message>
    <message>
        <source>below the smallest value allowed; correct it.</source>
        <translation>poniżej dozwolonej wartości; popraw.</translation>
    </message>
    <message>
        <source>bought, but InPost sent no label for it; start again.</source>
        <translation>kupiona, ale InPost nie przysłał etykiety; uruchom ponownie.</translation>
    </message>
    <message>
        <source>bought, but the label is not fetched yet; start again.</source>
        <translation>kupiona, ale etykieta nie jest jeszcze pobrana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>cash on delivery cannot be paid at this point; choose another one.</source>
        <translation>w tym punkcie nie można zapłacić za pobranie; wybierz inny.</translation>
    </message>
    <message>
        <source>cash on delivery needs full company data and a bank account; fill them in in Manager Paczek and start again.</source>
        <translation>pobranie wymaga pełnych danych firmy i numeru konta; uzupełnij je w Managerze Paczek i uruchom ponownie.</translation>
    </message>
    <message>
        <source>digits are missing; a telephone number has nine.</source>
        <translation>brakuje cyfr; numer telefonu ma dziewięć.</translation>
    </message>
    <message>
        <source>give either a dispatch point or an address for the pickup, not both.</source>
        <translation>podaj punkt odbioru albo adres, nie jedno i drugie.</translation>
    </message>
    <message>
        <source>held back by you.</source>
        <translation>wstrzymane przez Ciebie.</translation>
    </message>
    <message>
        <source>it is in another pickup order already; nothing needs doing.</source>
        <translation>jest już w innym zleceniu odbioru; nic nie trzeba robić.</translation>
    </message>
    <message>
        <source>it is not clear what is meant; write TAK or NIE.</source>
        <translation>nie wiadomo, co to znaczy; wpisz TAK albo NIE.</translation>
    </message>
    <message>
        <source>it was bought already and is not paid for again; start again to fetch the label.</source>
        <translation>już kupiona, drugi raz nie zapłacisz; uruchom ponownie, aby pobrać etykietę.</translation>
    </message>
    <message>
        <source>not in Latin script; the label may not print it.</source>
        <translation>to nie są litery łacińskie; etykieta może ich nie wydrukować.</translation>
    </message>
    <message>
        <source>not sent yet; start again to send it.</source>
        <translation>jeszcze niewysłane; uruchom ponownie, aby wysłać.</translation>
    </message>
    <message>
        <source>not used, because the parcel goes by courier.</source>
        <translation>pominięto, bo paczkę wiezie kurier.</translation>
    </message>
    <message>
        <source>not written as expected; correct it.</source>
        <translation>zły zapis; popraw.</translation>
    </message>
    <message>
        <source>parcels cannot be collected at this point; choose another one.</source>
        <translation>w tym punkcie nie można odebrać paczki; wybierz inny.</translation>
    </message>
    <message>
        <source>parcels with and without a pickup order cannot stand on one printout; split them.</source>
        <translation>paczek ze zleceniem odbioru i bez niego nie można wydrukować razem; rozdziel je.</translation>
    </message>
    <message>
        <source>the account has no contract for any service; ask InPost to activate it.</source>
        <translation>konto nie ma umowy na żadną usługę; poproś InPost o jej uruchomienie.</translation>
    </message>
    <message>
        <source>the account has no courier contract; ask InPost to activate courier services.</source>
        <translation>konto nie ma umowy kurierskiej; poproś InPost o uruchomienie usług kurierskich.</translation>
    </message>
    <message>
        <source>the balance is too low or the account is blocked; top up in Manager Paczek and start again.</source>
        <translation>za mało środków albo konto zablokowane; doładuj je w Managerze Paczek i uruchom ponownie.</translation>
    </message>
    <message>
        <source>the bar code on the label cannot be read, so it is held back; start again.</source>
        <translation>kodu kreskowego na etykiecie nie da się odczytać, więc jest wstrzymana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the field is empty; fill it in.</source>
        <translation>puste pole; uzupełnij je.</translation>
    </message>
    <message>
        <source>the house number is missing; add it.</source>
        <translation>brakuje numeru domu; dopisz go.</translation>
    </message>
    <message>
        <source>the label carries another parcel&apos;s number, so it is held back; start again.</source>
        <translation>na etykiecie jest numer innej paczki, więc jest wstrzymana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label file is damaged; start again.</source>
        <translation>plik etykiety jest uszkodzony; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label file is empty; start again.</source>
        <translation>plik etykiety jest pusty; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label file is far too large; start again.</source>
        <translation>plik etykiety jest zbyt duży; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label file is locked; start again.</source>
        <translation>plik etykiety jest zaszyfrowany; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label is blank, so it is held back; start again.</source>
        <translation>etykieta jest pusta, więc jest wstrzymana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label is not A6, so it is held back; start again.</source>
        <translation>etykieta nie ma formatu A6, więc jest wstrzymana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the last name is missing; for a courier give first and last name, or fill in the company.</source>
        <translation>brakuje nazwiska; dla kuriera podaj imię i nazwisko albo wpisz firmę.</translation>
    </message>
    <message>
        <source>the name of the street is missing; add it.</source>
        <translation>brakuje nazwy ulicy; dopisz ją.</translation>
    </message>
    <message>
        <source>the offer has expired (it holds for five minutes); start again.</source>
        <translation>oferta wygasła (jest ważna pięć minut); uruchom ponownie.</translation>
    </message>
    <message>
        <source>the parcel is too large or too heavy for this service; choose another one.</source>
        <translation>paczka jest za duża lub za ciężka dla tej usługi; wybierz inną.</translation>
    </message>
    <message>
        <source>the payment failed; start again to pay once more.</source>
        <translation>płatność się nie udała; uruchom ponownie, aby zapłacić.</translation>
    </message>
    <message>
        <source>the row has more cells than the header; put a text that holds the separator in quotation marks.</source>
        <translation>wiersz ma więcej komórek niż nagłówek; tekst ze znakiem rozdzielającym (np. średnikiem) ujmij w cudzysłów.</translation>
    </message>
    <message>
        <source>the rows of this order disagree here; make them the same.</source>
        <translation>wiersze tego zamówienia różnią się w tym miejscu; wpisz to samo.</translation>
    </message>
    <message>
        <source>the same cash on delivery stands on several parcels of one order; is that right?</source>
        <translation>to samo pobranie jest na kilku paczkach jednego zamówienia; czy na pewno?</translation>
    </message>
    <message>
        <source>the sending method is missing; say --sending-method.</source>
        <translation>brakuje sposobu nadania; podaj --sending-method.</translation>
    </message>
    <message>
        <source>the shipment is in a state in which this is not possible.</source>
        <translation>przy obecnym stanie przesyłki nie jest to możliwe.</translation>
    </message>
    <message>
        <source>the shipment was cancelled at InPost.</source>
        <translation>przesyłkę anulowano w InPost.</translation>
    </message>
    <message>
        <source>the token has no right to this; check the account.</source>
        <translation>token nie ma do tego uprawnień; sprawdź konto.</translation>
    </message>
    <message>
        <source>there are characters here that cannot be used; remove them.</source>
        <translation>są tu niedozwolone znaki; usuń je.</translation>
    </message>
    <message>
        <source>there is no label, because the shipment is not paid for; start again.</source>
        <translation>nie ma etykiety, bo przesyłka jest nieopłacona; uruchom ponownie.</translation>
    </message>
    <message>
        <source>there is no such cost centre (MPK); add it in Manager Paczek.</source>
        <translation>nie ma takiego MPK; dodaj je w Managerze Paczek.</translation>
    </message>
    <message>
        <source>there is no such kind of shipment; write paczkomaty or kurier.</source>
        <translation>nie ma takiego typu przesyłki; wpisz paczkomaty albo kurier.</translation>
    </message>
    <message>
        <source>there is no such size; write A, B, C, D or N.</source>
        <translation>nie ma takiego gabarytu; wpisz A, B, C, D albo N.</translation>
    </message>
    <message>
        <source>this address is not the ShipX API; check --api-url.</source>
        <translation>pod tym adresem nie ma API ShipX; sprawdź --api-url.</translation>
    </message>
    <message>
        <source>this is a formula; enter its value instead.</source>
        <translation>to formuła; wpisz zamiast niej wartość.</translation>
    </message>
    <message>
        <source>this is in use already; choose another one.</source>
        <translation>to już zajęte; wybierz inne.</translation>
    </message>
    <message>
        <source>this is not a Polish telephone number; write nine digits.</source>
        <translation>to nie jest polski numer telefonu; wpisz dziewięć cyfr.</translation>
    </message>
    <message>
        <source>this is not a number; correct it.</source>
        <translation>to nie jest liczba; popraw.</translation>
    </message>
    <message>
        <source>this is not a post code; write it like 30-624.</source>
        <translation>to nie jest kod pocztowy; wpisz na przykład 30-624.</translation>
    </message>
    <message>
        <source>this is not a whole number; correct it.</source>
        <translation>to nie jest liczba całkowita; popraw.</translation>
    </message>
    <message>
        <source>this is not an amount; write it like 1299,00.</source>
        <translation>to nie jest kwota; wpisz na przykład 1299,00.</translation>
    </message>
    <message>
        <source>this is not an e-mail address; write it like name@shop.pl.</source>
        <translation>to nie jest adres e-mail; wpisz na przykład nazwa@sklep.pl.</translation>
    </message>
    <message>
        <source>this is not the name of a town; correct it.</source>
        <translation>to nie jest nazwa miejscowości; popraw.</translation>
    </message>
    <message>
        <source>this point is closed; choose another one.</source>
        <translation>ten punkt jest nieczynny; wybierz inny.</translation>
    </message>
    <message>
        <source>this reference was sent before, so it is skipped.</source>
        <translation>ten numer referencyjny był już wysłany, więc go pominięto.</translation>
    </message>
    <message>
        <source>this sending method is not possible here; choose another --sending-method.</source>
        <translation>ten sposób nadania jest tu niemożliwy; wybierz inny (--sending-method).</translation>
    </message>
    <message>
        <source>this service has no SMS notice; leave it out.</source>
        <translation>ta usługa nie ma powiadomień SMS; zrezygnuj z nich.</translation>
    </message>
    <message>
        <source>this service has no cash on delivery; leave it out or choose another service.</source>
        <translation>ta usługa nie obsługuje pobrania; zrezygnuj z niego albo wybierz inną usługę.</translation>
    </message>
    <message>
        <source>this service has no e-mail notice; leave it out.</source>
        <translation>ta usługa nie ma powiadomień e-mail; zrezygnuj z nich.</translation>
    </message>
    <message>
        <source>this service starts and ends at the same Paczkomat; give the same point twice.</source>
        <translation>w tej usłudze nadanie i odbiór są w tym samym Paczkomacie; podaj dwa razy ten sam punkt.</translation>
    </message>
    <message>
        <source>this size cannot be sent this way; a Paczkomat takes A, B and C.</source>
        <translation>tego gabarytu nie można tak wysłać; Paczkomat przyjmuje A, B i C.</translation>
    </message>
    <message>
        <source>too long for the label, which cuts the end off.</source>
        <translation>za długie, etykieta utnie koniec.</translation>
    </message>
    <message>
        <source>too long; a reference has at most 100 characters.</source>
        <translation>za długi; numer referencyjny ma najwyżej 100 znaków.</translation>
    </message>
    <message>
        <source>too long; shorten it.</source>
        <translation>za długie; skróć.</translation>
    </message>
    <message>
        <source>too many digits; a telephone number has nine (without +48).</source>
        <translation>za dużo cyfr; numer telefonu ma dziewięć (bez +48).</translation>
    </message>
    <message>
        <source>too many shipments at once; take at most 100.</source>
        <translation>za dużo przesyłek naraz; weź najwyżej 100.</translation>
    </message>
    <message>
        <source>too short; a reference has at least 3 characters, or is empty.</source>
        <translation>za krótki; numer referencyjny ma co najmniej 3 znaki albo jest pusty.</translation>
    </message>
    <message>
        <source>too short; check whether something is missing.</source>
        <translation>za krótkie; sprawdź, czy czegoś nie brakuje.</translation>
    </message>
    <message>
        <source>what answers at this address is not ShipX; check --api-url or start again later.</source>
        <translation>pod tym adresem odpowiada coś innego niż ShipX; sprawdź --api-url albo uruchom ponownie później.</translation>
    </message>
    <message>
        <source>your contract with InPost does not include this service; ask InPost to add it.</source>
        <translation>Twoja umowa z InPost nie obejmuje tej usługi; poproś InPost o jej dodanie.</translation>
    </message>
    <message>
        <source>“{value}” – {words}</source>
        <translation>„{value}” – {words}</translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>(InPost request {id})</source>
        <translation>(zapytanie do InPost {id})</translation>
    </message>
    <message>
        <source>A question needs an answer: {detail}</source>
        <translation>Potrzebna jest odpowiedź na pytanie: {detail}</translation>
    </message>
    <message>
        <source>Another InPost API answers here, not ShipX. Check --api-url.</source>
        <translation>Odpowiada tu inne API InPost, nie ShipX. Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>Another program holds the ledger {place}. Start again in a moment.</source>
        <translation>Rejestr przesyłek {place} jest zajęty przez inny program. Uruchom ponownie za chwilę.</translation>
    </message>
    <message>
        <source>Columns are missing in the file: {place}. Add them, or export the orders once more.</source>
        <translation>W pliku brakuje kolumn: {place}. Dodaj je albo wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>Columns stand twice in the file: {place}. Remove one of each.</source>
        <translation>W pliku są podwójne kolumny: {place}. Zostaw po jednej.</translation>
    </message>
    <message>
        <source>How do the parcels leave? Say so once with --sending-method; it is remembered. dispatch_order: a courier fetches them; parcel_locker: you put them into a Paczkomat; pop: you bring them to a PaczkoPunkt; any_point: one or the other. Nothing was bought.</source>
        <translation>Jaki jest sposób nadania? Podaj go raz w --sending-method, program go zapamięta. dispatch_order: paczki odbiera kurier; parcel_locker: nadajesz w Paczkomacie; pop: w PaczkoPunkcie; any_point: w jednym lub drugim. Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>InPost asks for a pause of {place} seconds. Start again after that: nothing is bought twice.</source>
        <translation>InPost prosi o przerwę ({place} s). Potem uruchom ponownie: nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>InPost cannot be reached. What was bought is kept; start again later and it goes on.</source>
        <translation>Brak połączenia z InPost. To, co kupiono, jest zapisane; uruchom ponownie później, a reszta zostanie dokończona.</translation>
    </message>
    <message>
        <source>InPost did not answer in time. Start again: nothing is bought twice.</source>
        <translation>InPost nie odpowiedział na czas. Uruchom ponownie: nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>InPost does not accept the token for this organisation. Check it with “inpost-desk account check”.</source>
        <translation>InPost nie przyjmuje tokenu dla tej organizacji. Sprawdź go poleceniem „inpost-desk account check”.</translation>
    </message>
    <message>
        <source>InPost does not accept the token. Copy it again from Manager Paczek (My account, API) and run “inpost-desk account add”; a sandbox token works in the sandbox only.</source>
        <translation>InPost nie przyjmuje tokenu. Skopiuj go jeszcze raz z Managera Paczek (Moje konto, API) i uruchom „inpost-desk account add”; token z sandboxa działa tylko w sandboxie.</translation>
    </message>
    <message>
        <source>InPost&apos;s answer was lost. Start again: nothing is bought twice.</source>
        <translation>Odpowiedź InPost przepadła. Uruchom ponownie: nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>No safe connection to InPost could be made. Check this computer&apos;s clock and ask whoever runs the network; what was bought is kept.</source>
        <translation>Nie udało się bezpiecznie połączyć z InPost. Sprawdź zegar komputera i zapytaj administratora sieci; to, co kupiono, jest zapisane.</translation>
    </message>
    <message>
        <source>References that were sent before: {detail}. Say --duplicates skip to leave them out or --duplicates again to send them once more. Nothing was bought.</source>
        <translation>Numery referencyjne wysłane już wcześniej: {detail}. Podaj --duplicates skip, aby je pominąć, albo --duplicates again, aby wysłać je jeszcze raz. Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>Some references stand on several rows ({detail}). Are these lines of one order or separate parcels? Say --repeated lines or --repeated parcels. Nothing was bought.</source>
        <translation>Numery referencyjne, które powtarzają się w kilku wierszach: {detail}. Czy to pozycje jednego zamówienia, czy osobne paczki? Podaj --repeated lines (pozycje) albo --repeated parcels (paczki). Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>Something between here and InPost (a firewall or proxy) refuses the call; the token may be right. Ask whoever runs the network.</source>
        <translation>Coś po drodze do InPost (zapora lub proxy) odrzuca połączenie; token może być dobry. Zapytaj administratora sieci.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({detail}). Start again; if it stays so, please report it.</source>
        <translation>Stało się coś nieoczekiwanego ({detail}). Uruchom ponownie, a jeśli to się powtórzy, prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>Stopped before it was sent; start again.</source>
        <translation>Zatrzymano przed wysłaniem; uruchom ponownie.</translation>
    </message>
    <message>
        <source>The address of the API is not a web address. Check --api-url.</source>
        <translation>Adres API nie jest adresem internetowym. Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>The address of the API must be https, or http on this machine, because a token travels with it. Check --api-url.</source>
        <translation>Adres API musi zaczynać się od https (http tylko na tym komputerze), bo razem z nim idzie token. Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>The address sends us elsewhere; that is not ShipX. Check --api-url.</source>
        <translation>Ten adres odsyła gdzie indziej; to nie jest ShipX. Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>The answer cannot be read. Start again (nothing is bought twice); if it stays so, check --api-url.</source>
        <translation>Odpowiedzi nie da się odczytać. Uruchom ponownie (nic nie zostanie kupione dwa razy); jeśli to się powtórzy, sprawdź --api-url.</translation>
    </message>
    <message>
        <source>The column names of Manager Paczek&apos;s file are missing in the first row (e-mail, telefon, rozmiar, paczkomat …). Add them, or export the orders once more.</source>
        <translation>W pierwszym wierszu brakuje nazw kolumn z Managera Paczek (e-mail, telefon, rozmiar, paczkomat …). Dodaj je albo wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>The connection to InPost is not safe (its certificate was not recognised). Check this computer&apos;s clock and ask whoever runs the network; what was bought is kept.</source>
        <translation>Połączenie z InPost nie jest bezpieczne (nieznany certyfikat). Sprawdź zegar komputera i zapytaj administratora sieci; to, co kupiono, jest zapisane.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more was sent. Free some space and start again.</source>
        <translation>Dysk jest pełny, więc dalej nic nie wysłano. Zwolnij miejsce i uruchom ponownie.</translation>
    </message>
    <message>
        <source>The disk is full, so {place} was not written. Free some space and start again.</source>
        <translation>Dysk jest pełny, więc nie zapisano {place}. Zwolnij miejsce i uruchom ponownie.</translation>
    </message>
    <message>
        <source>The ledger {place} cannot be used ({detail}), so nothing was sent. Run “inpost-desk doctor”.</source>
        <translation>Nie można użyć rejestru przesyłek {place} ({detail}), więc nic nie wysłano. Uruchom „inpost-desk doctor”.</translation>
    </message>
    <message>
        <source>The ledger {place} is damaged. Restore it from a backup before anything is bought.</source>
        <translation>Rejestr przesyłek {place} jest uszkodzony. Zanim coś kupisz, przywróć go z kopii zapasowej.</translation>
    </message>
    <message>
        <source>The ledger {place} was written by a newer InPost Desk. Install that one; nothing was sent.</source>
        <translation>Rejestr przesyłek {place} zapisała nowsza wersja InPost Desk. Zainstaluj ją; nic nie wysłano.</translation>
    </message>
    <message>
        <source>The only keyring here keeps secrets in plain text. Install gnome-keyring or KWallet, or pass the token in INPOST_DESK_TOKEN.</source>
        <translation>Jedyny magazyn haseł w tym systemie trzyma je jawnym tekstem. Zainstaluj gnome-keyring lub KWallet albo podaj token w INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let InPost through. Ask whoever runs the network, then start again: what was bought is kept.</source>
        <translation>Proxy tej sieci nie przepuszcza połączeń z InPost. Zapytaj administratora sieci i uruchom ponownie: to, co kupiono, jest zapisane.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used ({detail}). Unlock it, or pass the token in INPOST_DESK_TOKEN.</source>
        <translation>Nie można użyć systemowego magazynu haseł ({detail}). Odblokuj go albo podaj token w INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked. Unlock it and try again.</source>
        <translation>Systemowy magazyn haseł jest zablokowany. Odblokuj go i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The token in the keyring is damaged. Run “inpost-desk account add” once more.</source>
        <translation>Token w magazynie haseł jest uszkodzony. Uruchom jeszcze raz „inpost-desk account add”.</translation>
    </message>
    <message>
        <source>The token is right, but has no right to this organisation. Check the number (--organization) and in Manager Paczek the rights of the token.</source>
        <translation>Token jest dobry, ale nie ma uprawnień do tej organizacji. Sprawdź jej numer (--organization) i uprawnienia tokenu w Managerze Paczek.</translation>
    </message>
    <message>
        <source>There is no token for this account. Run “inpost-desk account add”, or set INPOST_DESK_TOKEN.</source>
        <translation>Nie ma tokenu dla tego konta. Uruchom „inpost-desk account add” albo ustaw INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>This is not a token. Copy it once more from Manager Paczek, whole and without blanks.</source>
        <translation>To nie jest token. Skopiuj go jeszcze raz z Managera Paczek, w całości i bez spacji.</translation>
    </message>
    <message>
        <source>This is not a web address. Check --api-url.</source>
        <translation>To nie jest adres internetowy. Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>This system has no keyring. Install gnome-keyring or KWallet, or pass the token in INPOST_DESK_TOKEN.</source>
        <translation>Ten system nie ma magazynu haseł. Zainstaluj gnome-keyring lub KWallet albo podaj token w INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>This token belongs to organisation {detail}, not to the one asked for. Say --organization {detail}, or use the other token.</source>
        <translation>Ten token należy do organizacji {detail}, a nie do wskazanej. Podaj --organization {detail} albo użyj innego tokenu.</translation>
    </message>
    <message>
        <source>This token belongs to the other environment: sandbox tokens work in the sandbox only, production tokens in production only. Check --environment.</source>
        <translation>Ten token jest z innego środowiska: token z sandboxa działa tylko w sandboxie, a produkcyjny tylko na produkcji. Sprawdź --environment.</translation>
    </message>
    <message>
        <source>What answers at this address is not ShipX. Check --api-url, or start again later: nothing is bought twice.</source>
        <translation>Pod tym adresem odpowiada coś innego niż ShipX. Sprawdź --api-url albo uruchom ponownie później: nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>Which organisation? Say --organization and --environment. Known here: {detail}.</source>
        <translation>Która organizacja? Podaj --organization i --environment. Znane tutaj: {detail}.</translation>
    </message>
    <message>
        <source>Which organisation? Say --organization, or add an account with “inpost-desk account add”.</source>
        <translation>Która organizacja? Podaj --organization albo dodaj konto poleceniem „inpost-desk account add”.</translation>
    </message>
    <message>
        <source>You may not read {place}. Check its permissions.</source>
        <translation>Nie masz prawa odczytać {place}. Sprawdź uprawnienia pliku.</translation>
    </message>
    <message>
        <source>{place} cannot be read. Check whether another program holds it and whether it opens.</source>
        <translation>Nie można odczytać {place}. Sprawdź, czy plik się otwiera i czy nie trzyma go inny program.</translation>
    </message>
    <message>
        <source>{place} cannot be used ({detail}). Check the disk.</source>
        <translation>Nie można użyć {place} ({detail}). Sprawdź dysk.</translation>
    </message>
    <message>
        <source>{place} cannot be written, so nothing was sent. Choose another --data-dir.</source>
        <translation>Nie można zapisywać w {place}, więc nic nie wysłano. Wskaż inny folder (--data-dir).</translation>
    </message>
    <message>
        <source>{place} cannot be written. Choose another folder, or change its permissions.</source>
        <translation>Nie można zapisać {place}. Wybierz inny folder albo zmień uprawnienia.</translation>
    </message>
    <message>
        <source>{place} could not be started. Start again; if it stays so, run “inpost-desk doctor”.</source>
        <translation>Nie udało się uruchomić: {place}. Spróbuj ponownie; jeśli to się powtórzy, uruchom „inpost-desk doctor”.</translation>
    </message>
    <message>
        <source>{place} could not be written. Choose another folder.</source>
        <translation>Nie udało się zapisać {place}. Wybierz inny folder.</translation>
    </message>
    <message>
        <source>{place} has column names but no orders. Export the orders once more.</source>
        <translation>{place}: są nazwy kolumn, ale nie ma zamówień. Wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>{place} has too many columns. Remove those that are not needed.</source>
        <translation>{place}: za dużo kolumn. Usuń niepotrzebne.</translation>
    </message>
    <message>
        <source>{place} has too many rows (20,000 at most). Split it.</source>
        <translation>{place}: za dużo wierszy (najwyżej 20 000). Podziel plik.</translation>
    </message>
    <message>
        <source>{place} is an old Excel file (XLS). Save it as XLSX.</source>
        <translation>{place} to stary plik Excela (XLS). Zapisz go jako XLSX.</translation>
    </message>
    <message>
        <source>{place} is damaged. Export or save it once more.</source>
        <translation>{place}: plik jest uszkodzony. Wyeksportuj lub zapisz go jeszcze raz.</translation>
    </message>
    <message>
        <source>{place} is empty. Export the orders once more.</source>
        <translation>{place}: plik jest pusty. Wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>{place} is in use by another program. Close it there and start again.</source>
        <translation>{place}: plik jest otwarty w innym programie. Zamknij go tam i uruchom ponownie.</translation>
    </message>
    <message>
        <source>{place} is neither CSV nor XLSX nor ODS. Export the orders once more.</source>
        <translation>{place}: to nie jest CSV, XLSX ani ODS. Wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>{place} is on a network share, where a ledger is not safe. Choose a local --data-dir.</source>
        <translation>{place} jest na dysku sieciowym, a tam rejestr przesyłek nie jest bezpieczny. Wskaż folder na tym komputerze (--data-dir).</translation>
    </message>
    <message>
        <source>{place} is protected by a password. Save it without one.</source>
        <translation>{place}: plik jest chroniony hasłem. Zapisz go bez hasła.</translation>
    </message>
    <message>
        <source>{place} is still being written. Wait until the export has ended and start again.</source>
        <translation>{place}: plik jest jeszcze zapisywany. Poczekaj na koniec eksportu i uruchom ponownie.</translation>
    </message>
    <message>
        <source>{place} is too large (20 MB at most). Split it.</source>
        <translation>{place}: plik jest za duży (najwyżej 20 MB). Podziel go.</translation>
    </message>
    <message>
        <source>{place} unpacks to far more than an order file holds, so it was not opened. Export the orders once more.</source>
        <translation>{place}: po rozpakowaniu plik jest o wiele za duży jak na zamówienia, więc go nie otwarto. Wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>{place}, line {detail}: a quotation mark is opened and never closed. Correct it in the file.</source>
        <translation>{place}, linia {detail}: cudzysłów jest otwarty, ale niezamknięty. Popraw to w pliku.</translation>
    </message>
    <message>
        <source>{place}: a file cannot have this name. Please report this.</source>
        <translation>{place}: plik nie może mieć takiej nazwy. Prosimy o zgłoszenie tego błędu.</translation>
    </message>
    <message>
        <source>{place}: the Polish letters cannot be read. Save the file as CSV UTF-8.</source>
        <translation>{place}: nie da się odczytać polskich liter. Zapisz plik jako CSV UTF-8.</translation>
    </message>
    <message>
        <source>{place}: the address must be https, or http on this machine. Check --api-url.</source>
        <translation>{place}: adres musi zaczynać się od https (http tylko na tym komputerze). Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>{place}: the file cannot be used ({detail}). Try another one.</source>
        <translation>{place}: nie można użyć tego pliku ({detail}). Spróbuj z innym.</translation>
    </message>
    <message>
        <source>{place}: the folder for this file does not exist. Make it, or choose another one.</source>
        <translation>{place}: nie ma folderu na ten plik. Utwórz go albo wybierz inny.</translation>
    </message>
    <message>
        <source>{place}: the labels, the result and the XLSX beside it cannot be one file. Choose different names.</source>
        <translation>{place}: etykiety, wynik i plik XLSX obok niego nie mogą być jednym plikiem. Wybierz różne nazwy.</translation>
    </message>
    <message>
        <source>{place}: the name is too long for this disk. Choose a shorter one.</source>
        <translation>{place}: nazwa jest za długa dla tego dysku. Wybierz krótszą.</translation>
    </message>
    <message>
        <source>{place}: there is no such file or folder. Check the name.</source>
        <translation>{place}: nie ma takiego pliku lub folderu. Sprawdź nazwę.</translation>
    </message>
    <message>
        <source>{place}: this is a device or something else, not a file. Name a file.</source>
        <translation>{place}: to urządzenie albo coś innego, a nie plik. Podaj plik.</translation>
    </message>
    <message>
        <source>{place}: this is a folder. Name a file.</source>
        <translation>{place}: to jest folder. Wskaż plik.</translation>
    </message>
    <message>
        <source>{place}: this is not a folder. Name a folder.</source>
        <translation>{place}: to nie jest folder. Wskaż folder.</translation>
    </message>
    <message>
        <source>{place}: this is the order file itself, which is not overwritten. Choose another name.</source>
        <translation>{place}: to jest plik z zamówieniami i program go nie nadpisze. Wybierz inną nazwę.</translation>
    </message>
    <message>
        <source>“{place}” is not a web address. Check --api-url.</source>
        <translation>„{place}” to nie jest adres internetowy. Sprawdź --api-url.</translation>
    </message>
</context>
</TS>
