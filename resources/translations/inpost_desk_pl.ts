<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="en_GB">
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Szukaj w:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Rodzaj plików:</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>(empty)</source>
        <translation>(puste)</translation>
    </message>
    <message>
        <source>InPost takes none now; sent as standard</source>
        <translation>InPost teraz jej nie przyjmuje; pójdzie jako standard</translation>
    </message>
    <message>
        <source>an earlier file on the desk said something else</source>
        <translation>wcześniejszy plik na stole podawał co innego</translation>
    </message>
    <message>
        <source>extra protection raised to the cash on delivery, because the courier requires it</source>
        <translation>dodatkowa ochrona podniesiona do kwoty pobrania, bo wymaga tego kurier</translation>
    </message>
    <message>
        <source>goes together with another order</source>
        <translation>idzie razem z innym zamówieniem</translation>
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
        <source>written in Latin letters, because labels print no others</source>
        <translation>zapisano literami łacińskimi, bo tylko takie drukuje etykieta</translation>
    </message>
    <message>
        <source>written the usual way</source>
        <translation>ujednolicono zapis</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>--carrier-commands: InPost&apos;s own commands are ZPL or EPL. Say “--speaks zpl”, “--speaks epl” or “--no-carrier-commands”.</source>
        <translation>--carrier-commands: polecenia InPost to ZPL albo EPL. Podaj „--speaks zpl”, „--speaks epl” albo „--no-carrier-commands”.</translation>
    </message>
    <message>
        <source>--carrier-commands: InPost&apos;s own commands are for A6 labels. Say “--paper a6” or “--no-carrier-commands”.</source>
        <translation>--carrier-commands: polecenia InPost są dla etykiet A6. Podaj „--paper a6” albo „--no-carrier-commands”.</translation>
    </message>
    <message>
        <source>--darkness: 0 to 30, or “as-set”.</source>
        <translation>--darkness: od 0 do 30 albo „as-set”.</translation>
    </message>
    <message>
        <source>--down: at most 50 mm.</source>
        <translation>--down: najwyżej 50 mm.</translation>
    </message>
    <message>
        <source>--head: 20 to 300 mm, or 0 for the whole paper.</source>
        <translation>--head: od 20 do 300 mm albo 0, czyli cała szerokość papieru.</translation>
    </message>
    <message>
        <source>--paper: ZPL and EPL are for labels, not for A4. Take “--speaks pdf” or another paper.</source>
        <translation>--paper: ZPL i EPL są do etykiet, nie do A4. Wybierz „--speaks pdf” albo inny papier.</translation>
    </message>
    <message>
        <source>--paper: sides of at least 20 mm, at most 400 mm long.</source>
        <translation>--paper: boki co najmniej po 20 mm, długość najwyżej 400 mm.</translation>
    </message>
    <message>
        <source>--place: only where four labels share an A4 sheet (--paper a4-four).</source>
        <translation>--place: tylko tam, gdzie na arkuszu A4 są cztery etykiety (--paper a4-four).</translation>
    </message>
    <message>
        <source>--right: at most 50 mm.</source>
        <translation>--right: najwyżej 50 mm.</translation>
    </message>
    <message>
        <source>--socket: an address such as 192.168.1.50 or zebra.local:9100 is needed.</source>
        <translation>--socket: potrzebny jest adres, na przykład 192.168.1.50 albo zebra.local:9100.</translation>
    </message>
    <message>
        <source>--speaks: this way does not take that language. CUPS takes all four; Windows zpl, epl and pixels; a network address zpl and epl; a folder pdf, zpl and epl.</source>
        <translation>--speaks: tą drogą nie można drukować w tym języku. CUPS przyjmuje wszystkie cztery; Windows zpl, epl i pixels; adres sieciowy zpl i epl; folder pdf, zpl i epl.</translation>
    </message>
    <message>
        <source>--stand-in: no printer stands in for itself.</source>
        <translation>--stand-in: drukarka nie może zastępować samej siebie.</translation>
    </message>
    <message>
        <source>--until lies before --since.</source>
        <translation>--until jest wcześniej niż --since.</translation>
    </message>
    <message>
        <source>100 × 150 mm</source>
        <translation>100 × 150 mm</translation>
    </message>
    <message>
        <source>4 × 6 inches</source>
        <translation>4 × 6 cali</translation>
    </message>
    <message>
        <source>A courier would be ordered for these parcels ({count}): {names}. Price: {price}.</source>
        <translation>Kurier zostałby zamówiony po te przesyłki ({count}): {names}. Cena: {price}.</translation>
    </message>
    <message>
        <source>A document from before is still at this printer.</source>
        <translation>W tej drukarce jest jeszcze wcześniejszy dokument.</translation>
    </message>
    <message>
        <source>A label does not fit the paper: made smaller, to {percent} %.</source>
        <translation>Etykieta nie mieści się na papierze: zmniejszona do {percent} %.</translation>
    </message>
    <message>
        <source>A printer needs a name.</source>
        <translation>Drukarka musi mieć nazwę.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A4 with four labels, next place {place}</source>
        <translation>A4 z czterema etykietami, następne miejsce {place}</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>All options: {command}</source>
        <translation>Wszystkie opcje: {command}</translation>
    </message>
    <message>
        <source>Another courier costs about {price}.</source>
        <translation>Kolejny kurier kosztuje około {price}.</translation>
    </message>
    <message>
        <source>Another printer has the name {name}.</source>
        <translation>Inna drukarka nazywa się już {name}.</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Zamówiono</translation>
    </message>
    <message>
        <source>Before anything is sent, the program reads at InPost what was bought since then; it does so by itself with the next command or in the window. Do not let another computer go on with the same account.</source>
        <translation>Zanim cokolwiek zostanie wysłane, program odczyta z InPost, co kupiono od tego czasu; zrobi to sam przy następnym poleceniu albo w oknie. Nie pracuj dalej na tym samym koncie z innego komputera.</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Kupuję przesyłki</translation>
    </message>
    <message>
        <source>Check whether these printers are here: {names}.</source>
        <translation>Sprawdź, czy są tu te drukarki: {names}.</translation>
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
        <source>Copied to {folder}: accounts {accounts}, new labels {labels}, {size} MB.</source>
        <translation>Skopiowano do {folder}: konta {accounts}, nowe etykiety {labels}, {size} MB.</translation>
    </message>
    <message>
        <source>Copy of {moment} from the computer {computer}.</source>
        <translation>Kopia z {moment} z komputera {computer}.</translation>
    </message>
    <message>
        <source>Courier {number} ({order}): {state}; parcels: {count}; {place}.</source>
        <translation>Kurier {number} ({order}): {state}; przesyłki: {count}; {place}.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dzień</translation>
    </message>
    <message>
        <source>Days there: {days}</source>
        <translation>Dostępne dni: {days}</translation>
    </message>
    <message>
        <source>Delivered, not paid out yet and still in time: {count}, {amount} zł. Not in time from {day} on.</source>
        <translation>Doręczone, jeszcze niewypłacone i w terminie: {count}, {amount} zł. Po terminie od {day}.</translation>
    </message>
    <message>
        <source>Enter it in Manager Paczek: My account, API, notifications.</source>
        <translation>Wpisz go w Managerze Paczek: Moje konto, API, powiadomienia.</translation>
    </message>
    <message>
        <source>Finishing the last request…</source>
        <translation>Kończę ostatnie zapytanie…</translation>
    </message>
    <message>
        <source>For support: {path}</source>
        <translation>Dla pomocy technicznej: {path}</translation>
    </message>
    <message>
        <source>Found: {found}. Surely not made: {absent}. Still unsure: {open}.</source>
        <translation>Odnalezione: {found}. Na pewno nieutworzone: {absent}. Nadal do wyjaśnienia: {open}.</translation>
    </message>
    <message>
        <source>Give a place&apos;s number or an address, not both.</source>
        <translation>Podaj numer punktu odbioru albo adres, nie oba naraz.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Godziny</translation>
    </message>
    <message>
        <source>How do the parcels leave? “dispatch_order”: a courier fetches them; “parcel_locker”: you put them into a Paczkomat; “any_point”: any Paczkomat or PaczkoPunkt; “pop”: a PaczkoPunkt.</source>
        <translation>Jaki jest sposób nadania? „dispatch_order”: paczki odbiera kurier; „parcel_locker”: nadajesz w Paczkomacie; „any_point”: w dowolnym Paczkomacie lub PaczkoPunkcie; „pop”: w PaczkoPunkcie.</translation>
    </message>
    <message>
        <source>How it stands: “inpost-desk status {reference}”.</source>
        <translation>Stan przesyłki: „inpost-desk status {reference}”.</translation>
    </message>
    <message>
        <source>InPost does not allow this token to order a courier; check the account.</source>
        <translation>InPost nie pozwala zamówić kuriera z tym tokenem; sprawdź konto.</translation>
    </message>
    <message>
        <source>InPost has no shipment {id}; check the number and the account.</source>
        <translation>InPost nie ma przesyłki {id}; sprawdź numer i konto.</translation>
    </message>
    <message>
        <source>InPost is still preparing it.</source>
        <translation>InPost jeszcze ją przygotowuje.</translation>
    </message>
    <message>
        <source>InPost keeps its parcels in this order until that day is over. If a courier is to come today, free them first: “inpost-desk pickup cancel {number}”.</source>
        <translation>InPost trzyma paczki w tym zleceniu do końca dnia odbioru. Jeśli kurier ma przyjechać jeszcze dziś, najpierw je zwolnij: „inpost-desk pickup cancel {number}”.</translation>
    </message>
    <message>
        <source>InPost knows no place of yours yet; add one in Manager Paczek, or give an address.</source>
        <translation>InPost nie zna jeszcze żadnego Twojego punktu odbioru; dodaj go w Managerze Paczek albo podaj adres.</translation>
    </message>
    <message>
        <source>InPost offers no list of points at this address.</source>
        <translation>Pod tym adresem InPost nie udostępnia listy punktów.</translation>
    </message>
    <message>
        <source>InPost would not count these parcels, and the price is without them: {names}. Look at them with “inpost-desk track” before ordering: InPost may turn the whole order down.</source>
        <translation>InPost nie policzyłby tych paczek i cena jest bez nich: {names}. Przed zamówieniem sprawdź je przez „inpost-desk track”: InPost może odrzucić całe zlecenie.</translation>
    </message>
    <message>
        <source>InPost&apos;s number</source>
        <translation>Numer InPost</translation>
    </message>
    <message>
        <source>InPost&apos;s own commands</source>
        <translation>polecenia InPost</translation>
    </message>
    <message>
        <source>Its end was asked for and is not confirmed yet.</source>
        <translation>Poproszono o jego odwołanie; InPost jeszcze tego nie potwierdził.</translation>
    </message>
    <message>
        <source>Label files that are missing here or damaged, and so are in no copy: {count}. “inpost-desk data check” names them.</source>
        <translation>Pliki etykiet, których tu brakuje lub są uszkodzone, więc nie ma ich w kopii: {count}. Wymienia je „inpost-desk data check”.</translation>
    </message>
    <message>
        <source>Labels still at the printer: {count}. They come out when it goes on; do not start again.</source>
        <translation>Etykiety jeszcze w drukarce: {count}. Wyjdą, gdy drukarka ruszy; nie uruchamiaj drukowania ponownie.</translation>
    </message>
    <message>
        <source>Labels that are neither here nor in the copy: {count}. InPost still has those of the last weeks: print them again where they are needed.</source>
        <translation>Etykiety, których nie ma ani tu, ani w kopii: {count}. InPost ma jeszcze te z ostatnich tygodni: w razie potrzeby wydrukuj je ponownie.</translation>
    </message>
    <message>
        <source>Labels: {path}</source>
        <translation>Etykiety: {path}</translation>
    </message>
    <message>
        <source>Left out, because a printer still has them and they come out by themselves: {count}. Print them a second time only with --reason and --anyway.</source>
        <translation>Pominięto, bo drukarka jeszcze je ma i wyjdą same: {count}. Drugi raz wydrukujesz je tylko z --reason i --anyway.</translation>
    </message>
    <message>
        <source>Left out: tokens, receivers, the sender, references (only digests of them), names of accounts, printers and folders, addresses. Read it before you send it.</source>
        <translation>Pominięto: tokeny, odbiorców, nadawcę, numery referencyjne (są tylko ich skróty), nazwy kont, drukarek i folderów oraz adresy. Przeczytaj przed wysłaniem.</translation>
    </message>
    <message>
        <source>Listening at port {port}. Ctrl-C ends it.</source>
        <translation>Odbiór na porcie {port}. Ctrl-C go kończy.</translation>
    </message>
    <message>
        <source>Manifest: shipments: {count}, pages: {pages}.</source>
        <translation>Potwierdzenie nadania: przesyłki: {count}, strony: {pages}.</translation>
    </message>
    <message>
        <source>Manifest: {path}</source>
        <translation>Potwierdzenie nadania: {path}</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>Metry</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Name references or numbers, or --refresh, or --exceptions: one of these.</source>
        <translation>Podaj numery referencyjne lub numery przesyłek albo --refresh, albo --exceptions: jedno z nich.</translation>
    </message>
    <message>
        <source>Name references, or --pickup, or --today: one of these.</source>
        <translation>Podaj numery referencyjne albo --pickup, albo --today: jedno z nich.</translation>
    </message>
    <message>
        <source>New shipment {reference}</source>
        <translation>Nowa przesyłka {reference}</translation>
    </message>
    <message>
        <source>Newly left behind: {count}. “inpost-desk track --exceptions” says what to do.</source>
        <translation>Nowe, które zostały: {count}. Co z nimi zrobić, mówi „inpost-desk track --exceptions”.</translation>
    </message>
    <message>
        <source>No account is known here. Add one with “inpost-desk account add”.</source>
        <translation>Nie ma tu jeszcze żadnego konta. Dodaj je poleceniem „inpost-desk account add”.</translation>
    </message>
    <message>
        <source>No courier comes: InPost does not take this place. “inpost-desk pickup points” lists yours; one that is “activated” can be ordered to.</source>
        <translation>Kurier nie przyjedzie: InPost nie przyjmuje tego miejsca. „inpost-desk pickup points” wymienia Twoje; kuriera można zamówić tam, gdzie stoi „activated”.</translation>
    </message>
    <message>
        <source>No courier was ordered yet.</source>
        <translation>Nie zamówiono jeszcze kuriera.</translation>
    </message>
    <message>
        <source>No offer was named. “inpost-desk offers {reference}” lists them; add “--offer” with its number, or “--offer cheapest”.</source>
        <translation>Nie podano oferty. „inpost-desk offers {reference}” pokaże listę; dodaj „--offer” z numerem albo „--offer cheapest”.</translation>
    </message>
    <message>
        <source>No parcel is ready for a courier; nothing was ordered.</source>
        <translation>Żadna przesyłka nie jest gotowa dla kuriera; niczego nie zamówiono.</translation>
    </message>
    <message>
        <source>No printer for documents prints A4. Choose one: “inpost-desk printers set NAME --serves documents --paper a4”, or use “--output”.</source>
        <translation>Żadna drukarka dokumentów nie drukuje na A4. Wybierz ją: „inpost-desk printers set NAZWA --serves documents --paper a4”, albo użyj „--output”.</translation>
    </message>
    <message>
        <source>No printer gets these labels. Choose one: “inpost-desk printers set NAME --serves lockers,couriers”.</source>
        <translation>Żadna drukarka nie drukuje tych etykiet. Wybierz ją: „inpost-desk printers set NAZWA --serves lockers,couriers”.</translation>
    </message>
    <message>
        <source>No printer is set up here. Add one with “inpost-desk printers add”.</source>
        <translation>Nie ma tu żadnej drukarki. Dodaj ją poleceniem „inpost-desk printers add”.</translation>
    </message>
    <message>
        <source>No printer is set up here. Add one with “printers add”.</source>
        <translation>Nie ustawiono tu żadnej drukarki. Dodaj ją poleceniem „printers add”.</translation>
    </message>
    <message>
        <source>No printer is set up here. “printers list --found” shows what there is.</source>
        <translation>Nie ustawiono tu żadnej drukarki. „printers list --found” pokaże, jakie są.</translation>
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
        <source>Nothing comes back.</source>
        <translation>Nic nie wraca.</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nie ma nic o tej nazwie.</translation>
    </message>
    <message>
        <source>Nothing is sent from this computer any more. On the other one: “inpost-desk restore FOLDER”, then enter the tokens again (“inpost-desk account add”): they are in no copy.</source>
        <translation>Z tego komputera nic już nie zostanie wysłane. Na drugim: „inpost-desk restore FOLDER”, a potem wpisz ponownie tokeny („inpost-desk account add”): nie ma ich w żadnej kopii.</translation>
    </message>
    <message>
        <source>Nothing was bought.</source>
        <translation>Nic nie kupiono.</translation>
    </message>
    <message>
        <source>Nothing was deleted yet: add “--yes” for that.</source>
        <translation>Jeszcze nic nie usunięto: aby usunąć, dodaj „--yes”.</translation>
    </message>
    <message>
        <source>Nothing was moved away from here.</source>
        <translation>Niczego stąd nie przeniesiono.</translation>
    </message>
    <message>
        <source>Nothing was ordered: a courier was ordered for these parcels before and did not come. InPost may charge for both; “--again” orders all the same.</source>
        <translation>Niczego nie zamówiono: po te przesyłki kurier był już zamówiony i nie przyjechał. InPost może policzyć za oba odbiory; „--again” zamawia mimo to.</translation>
    </message>
    <message>
        <source>Nothing was ordered: these parcels cannot go with a courier. Order without them.</source>
        <translation>Niczego nie zamówiono: te przesyłki nie mogą pojechać z kurierem. Zamów bez nich.</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Jeszcze nic nie wysłano.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numer</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>Offers wait for a choice: “inpost-desk offers {reference}” lists them, “inpost-desk buy {reference} --offer ID” buys one. Then start the same command again.</source>
        <translation>Oferty czekają na wybór: „inpost-desk offers {reference}” je pokaże, „inpost-desk buy {reference} --offer ID” kupi jedną. Potem uruchom to samo polecenie ponownie.</translation>
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
        <source>Paczka w Weekend, rows: {count}. InPost takes none now: should they wait (“wait”) or go as standard parcels (“standard”)?</source>
        <translation>Paczka w Weekend, wiersze: {count}. InPost teraz ich nie przyjmuje: mają zaczekać („wait”) czy iść jako standard („standard”)?</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Wypłacono</translation>
    </message>
    <message>
        <source>Paid out: {total} zł; delivered and not paid out: {missing} zł.</source>
        <translation>Wypłacono: {total} zł; doręczone, a niewypłacone: {missing} zł.</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>Przesyłki</translation>
    </message>
    <message>
        <source>Parcels to buy: {parcels}. Rows to correct: {bad}. Sent before: {sent}.</source>
        <translation>Paczki do kupienia: {parcels}. Wiersze do poprawy: {bad}. Wysłane wcześniej: {sent}.</translation>
    </message>
    <message>
        <source>Pickup {number}: nobody knows yet whether InPost has it. “inpost-desk pickup list” looks; then start this command again.</source>
        <translation>Zlecenie odbioru {number}: nie wiadomo jeszcze, czy InPost je ma. „inpost-desk pickup list” to sprawdzi; potem uruchom to polecenie jeszcze raz.</translation>
    </message>
    <message>
        <source>Pickup {number}: {state}. No courier comes by it; for its parcels order one: “inpost-desk pickup order”.</source>
        <translation>Zlecenie odbioru {number}: {state}. Z tego zlecenia nikt nie przyjedzie; po te paczki zamów kuriera: „inpost-desk pickup order”.</translation>
    </message>
    <message>
        <source>Picture of the labels: {path}</source>
        <translation>Podgląd etykiet: {path}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>Printed before, so not again: {names}. To print them again, say why: --reason {reasons}.</source>
        <translation>Wydrukowane wcześniej, więc nie drugi raz: {names}. Aby wydrukować je ponownie, podaj powód: --reason {reasons}.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drukuję</translation>
    </message>
    <message>
        <source>Read again: {count}</source>
        <translation>Odczytano ponownie: {count}</translation>
    </message>
    <message>
        <source>Reading points</source>
        <translation>Wczytuję punkty</translation>
    </message>
    <message>
        <source>Reading points: {read} of {total}</source>
        <translation>Czytam punkty: {read} z {total}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Przyjęto</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Numer referencyjny</translation>
    </message>
    <message>
        <source>References cannot go together with --run, --after or --last.</source>
        <translation>Numerów referencyjnych nie można łączyć z --run, --after ani --last.</translation>
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
        <source>Restored from the copy of {day}: {names}.</source>
        <translation>Przywrócono z kopii z {day}: {names}.</translation>
    </message>
    <message>
        <source>Result: {path}</source>
        <translation>Plik z wynikami: {path}</translation>
    </message>
    <message>
        <source>Return labels: {path}</source>
        <translation>Etykiety zwrotne: {path}</translation>
    </message>
    <message>
        <source>Return number</source>
        <translation>Numer zwrotu</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Wiersz</translation>
    </message>
    <message>
        <source>Rows taken as they were corrected in the window: {count}.</source>
        <translation>Wiersze wzięte tak, jak poprawiono je w oknie: {count}.</translation>
    </message>
    <message>
        <source>Say up to which day: “inpost-desk data forget --before YYYY-MM-DD”, at least {days} days back; or choose in Settings how long receivers are kept.</source>
        <translation>Podaj, do którego dnia: „inpost-desk data forget --before RRRR-MM-DD”, co najmniej {days} dni wstecz; albo wybierz w Ustawieniach, jak długo przechowywać dane odbiorców.</translation>
    </message>
    <message>
        <source>Say where it goes: --output, --print, or both.</source>
        <translation>Podaj, dokąd ma trafić: --output, --print albo oba.</translation>
    </message>
    <message>
        <source>Say where the courier is to come: “--point ID” as “inpost-desk pickup points” lists them, or “--street”, “--post-code” and “--city”. The usual place can be kept in the settings.</source>
        <translation>Podaj, dokąd ma przyjechać kurier: „--point ID” według „inpost-desk pickup points” albo „--street”, „--post-code” i „--city”. Stały punkt odbioru można zapisać w ustawieniach.</translation>
    </message>
    <message>
        <source>Say which parcels the courier is to take: their references, or “--all” for every one that is ready.</source>
        <translation>Podaj, które przesyłki ma zabrać kurier: ich numery referencyjne albo „--all”, czyli wszystkie gotowe.</translation>
    </message>
    <message>
        <source>Say which reference is meant: “inpost-desk settle REFERENCE --adopt …” or “--absent”.</source>
        <translation>Podaj numer referencyjny, którego dotyczy odpowiedź: „inpost-desk settle NUMER --adopt …” albo „--absent”.</translation>
    </message>
    <message>
        <source>Say “--listen” or “--address”: one of these.</source>
        <translation>Podaj „--listen” albo „--address”: jedno z nich.</translation>
    </message>
    <message>
        <source>Sending to {name}…</source>
        <translation>Wysyłam do {name}…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Usługa</translation>
    </message>
    <message>
        <source>ShipX batch {id}: {status}</source>
        <translation>Partia ShipX {id}: {status}</translation>
    </message>
    <message>
        <source>Shipments read: {looked}; with news: {changed}; left: {left}.</source>
        <translation>Odczytane przesyłki: {looked}; ze zmianą: {changed}; pozostało: {left}.</translation>
    </message>
    <message>
        <source>Somebody else prints there too: labels may come out mixed.</source>
        <translation>Na tej drukarce drukuje też ktoś inny: etykiety mogą wyjść przemieszane.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost or bought twice: start the same command again to go on.</source>
        <translation>Zatrzymano. Nic nie zginęło i nic nie zostanie kupione dwa razy: aby dokończyć, uruchom to samo polecenie ponownie.</translation>
    </message>
    <message>
        <source>Stopped. Without --reason, only labels that did not come out are printed next.</source>
        <translation>Zatrzymano. Bez --reason następnym razem wydrukują się tylko etykiety, które nie wyszły.</translation>
    </message>
    <message>
        <source>Stopped: there is no copy of today yet. Start the same command again to go on.</source>
        <translation>Zatrzymano: dzisiejszej kopii jeszcze nie ma. Uruchom to samo polecenie ponownie, aby dokończyć.</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Ulica</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>Etykieta testowa</translation>
    </message>
    <message>
        <source>That is none of the answers. Type one of these: {answers}.</source>
        <translation>Nie ma takiej odpowiedzi. Wpisz jedną z tych: {answers}.</translation>
    </message>
    <message>
        <source>That is the path. In front of it goes the public address of this machine (https://host), which leads to its port {port}; InPost cannot reach any other.</source>
        <translation>To jest ścieżka. Przed nią dopisz publiczny adres tego komputera (https://host), który prowadzi do jego portu {port}; pod inny InPost nie trafi.</translation>
    </message>
    <message>
        <source>That is what was last known here.</source>
        <translation>To ostatnie, co tu wiadomo.</translation>
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
        <source>The manifest did not come out. Look at the printer, then print again.</source>
        <translation>Potwierdzenie nadania się nie wydrukowało. Sprawdź drukarkę i wydrukuj je jeszcze raz.</translation>
    </message>
    <message>
        <source>The manifest is with the printer; it comes out when that goes on.</source>
        <translation>Potwierdzenie nadania jest w drukarce; wyjdzie, gdy drukarka ruszy.</translation>
    </message>
    <message>
        <source>The month&apos;s file has the whole month: leave the other choices out.</source>
        <translation>Plik miesiąca obejmuje cały miesiąc: pomiń pozostałe wybory.</translation>
    </message>
    <message>
        <source>The network&apos;s points are not known here yet. Give a token and run this again.</source>
        <translation>Punkty sieci nie są tu jeszcze znane. Podaj token i uruchom to ponownie.</translation>
    </message>
    <message>
        <source>The order could not be sent. Its parcels are ready: order again.</source>
        <translation>Nie udało się wysłać zlecenia. Jego przesyłki są gotowe: zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>The order did not reach InPost. Its parcels are ready: order again.</source>
        <translation>Zlecenie nie dotarło do InPost. Jego przesyłki są gotowe: zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>The printer {name} is forgotten here.</source>
        <translation>Drukarka {name} została usunięta z ustawień.</translation>
    </message>
    <message>
        <source>The program does not know this: {name}.</source>
        <translation>Program tego nie zna: {name}.</translation>
    </message>
    <message>
        <source>The run stopped: {why}</source>
        <translation>Wysyłka zatrzymana: {why}</translation>
    </message>
    <message>
        <source>The same orders are still recognised. Result files and labels that were saved elsewhere stay, and copies made before until newer ones take their place.</source>
        <translation>Te same zamówienia nadal będą rozpoznawane. Pliki wyników i etykiety zapisane gdzie indziej zostają, a wcześniejsze kopie – do czasu, aż zastąpią je nowsze.</translation>
    </message>
    <message>
        <source>The settings came along, the tokens did not: enter them with “inpost-desk account add”.</source>
        <translation>Ustawienia zostały przeniesione, tokeny nie: wpisz je poleceniem „inpost-desk account add”.</translation>
    </message>
    <message>
        <source>The settings were damaged and set aside as {path}; the usual ones apply now.</source>
        <translation>Plik ustawień był uszkodzony i odłożono go jako {path}; teraz działają ustawienia domyślne.</translation>
    </message>
    <message>
        <source>The test label is at the printer {name}. Its bar codes begin with {code}.</source>
        <translation>Etykieta testowa jest w drukarce {name}. Jej kody kreskowe zaczynają się od {code}.</translation>
    </message>
    <message>
        <source>The token is in the keyring. Try it with “inpost-desk account check”.</source>
        <translation>Token jest w systemowym pęku kluczy. Sprawdź go poleceniem „inpost-desk account check”.</translation>
    </message>
    <message>
        <source>Then pay once more: “inpost-desk buy {reference} --offer cheapest”.</source>
        <translation>Potem zapłać ponownie: „inpost-desk buy {reference} --offer cheapest”.</translation>
    </message>
    <message>
        <source>There are no labels this time; those of an earlier start are {path} now.</source>
        <translation>Tym razem nie ma etykiet; te z wcześniejszego uruchomienia są teraz w {path}.</translation>
    </message>
    <message>
        <source>There is a printer {name} already. Change it with “printers set”.</source>
        <translation>Drukarka {name} już jest. Zmień ją poleceniem „printers set”.</translation>
    </message>
    <message>
        <source>There is no account {id} here. “inpost-desk account list” shows those there are.</source>
        <translation>Nie ma tu konta {id}. Listę kont pokaże „inpost-desk account list”.</translation>
    </message>
    <message>
        <source>There is no exception: nothing needs anybody.</source>
        <translation>Nie ma wyjątków: nic nie wymaga uwagi.</translation>
    </message>
    <message>
        <source>There is no order for a courier with number {number}; see “inpost-desk pickup list”.</source>
        <translation>Nie ma zlecenia odbioru o numerze {number}; zobacz „inpost-desk pickup list”.</translation>
    </message>
    <message>
        <source>There is no pickup {number}. “inpost-desk pickup list” lists them.</source>
        <translation>Nie ma zlecenia odbioru {number}. Listę pokazuje „inpost-desk pickup list”.</translation>
    </message>
    <message>
        <source>There is no printer {name} here. There are: {names}.</source>
        <translation>Nie ma tu drukarki {name}. Są: {names}.</translation>
    </message>
    <message>
        <source>There is no return label; nothing was written.</source>
        <translation>Nie ma żadnej etykiety zwrotnej; nic nie zapisano.</translation>
    </message>
    <message>
        <source>There is no run {number}. “inpost-desk status --runs” lists them.</source>
        <translation>Nie ma wysyłki nr {number}. Listę pokaże „inpost-desk status --runs”.</translation>
    </message>
    <message>
        <source>There is no such order for a courier.</source>
        <translation>Nie ma takiego zlecenia odbioru.</translation>
    </message>
    <message>
        <source>There is nothing for a manifest; nothing was written.</source>
        <translation>Nie ma z czego zrobić potwierdzenia nadania; nic nie zapisano.</translation>
    </message>
    <message>
        <source>There is nothing to call off: no courier comes.</source>
        <translation>Nie ma czego odwoływać: kurier nie przyjeżdża.</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>Nie ma czego drukować.</translation>
    </message>
    <message>
        <source>This cannot be used: {name}.</source>
        <translation>Tego nie można użyć: {name}.</translation>
    </message>
    <message>
        <source>This computer reports no printers.</source>
        <translation>Ten komputer nie zgłasza żadnych drukarek.</translation>
    </message>
    <message>
        <source>This costs money. Add “--yes” where nobody can be asked.</source>
        <translation>To kosztuje. Dodaj „--yes”, gdy nie ma kogo zapytać.</translation>
    </message>
    <message>
        <source>This is missing: {name}.</source>
        <translation>Brakuje: {name}.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Pozostało</translation>
    </message>
    <message>
        <source>Token of organisation {id} (not shown): </source>
        <translation>Token organizacji {id} (nie będzie widoczny): </translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Miejscowość</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Numer przesyłki</translation>
    </message>
    <message>
        <source>What can be had: “inpost-desk offers {reference}”; new offers: the same with “--renew”.</source>
        <translation>Co można kupić: „inpost-desk offers {reference}”; nowe oferty: to samo z „--renew”.</translation>
    </message>
    <message>
        <source>What is the first number you see at the left and at the top edge?</source>
        <translation>Jaką pierwszą liczbę widać przy lewej, a jaką przy górnej krawędzi?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Co zrobić</translation>
    </message>
    <message>
        <source>What was here is kept as {path}.</source>
        <translation>To, co było tu wcześniej, zachowano jako {path}.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Dlaczego</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Dlaczego nie</translation>
    </message>
    <message>
        <source>Windows printer {name}</source>
        <translation>drukarka Windows {name}</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>W cenie</translation>
    </message>
    <message>
        <source>besides</source>
        <translation>poza tym</translation>
    </message>
    <message>
        <source>courier labels</source>
        <translation>etykiety kurierskie</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>otwarta pokrywa</translation>
    </message>
    <message>
        <source>darkness {value}</source>
        <translation>zaczernienie {value}</translation>
    </message>
    <message>
        <source>did not come out</source>
        <translation>nie wyszły</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>dokumenty</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>wygasła</translation>
    </message>
    <message>
        <source>finding out what became of a lost answer</source>
        <translation>sprawdzam w InPost, co się stało z utraconą odpowiedzią</translation>
    </message>
    <message>
        <source>folder {name}</source>
        <translation>folder {name}</translation>
    </message>
    <message>
        <source>found at InPost</source>
        <translation>znalezione w InPost</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zatrzymane</translation>
    </message>
    <message>
        <source>labels: {count}</source>
        <translation>etykiety: {count}</translation>
    </message>
    <message>
        <source>lines: {count}</source>
        <translation>wiersze: {count}</translation>
    </message>
    <message>
        <source>locker labels</source>
        <translation>etykiety do Paczkomatów</translation>
    </message>
    <message>
        <source>moved {right} mm right, {down} mm down</source>
        <translation>przesunięcie {right} mm w prawo, {down} mm w dół</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>needs somebody to look</source>
        <translation>wymaga sprawdzenia na miejscu</translation>
    </message>
    <message>
        <source>network {name}</source>
        <translation>sieć {name}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nie odpowiada</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>jeszcze bez numeru</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nie wysłane</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nie ma jej</translation>
    </message>
    <message>
        <source>out of labels</source>
        <translation>brak etykiet</translation>
    </message>
    <message>
        <source>out of ribbon or ink</source>
        <translation>brak taśmy lub tuszu</translation>
    </message>
    <message>
        <source>packing slips</source>
        <translation>karty do pakowania</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>papier</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>zacięty papier</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>wstrzymana</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>wydrukowano</translation>
    </message>
    <message>
        <source>printed before</source>
        <translation>wydrukowane wcześniej</translation>
    </message>
    <message>
        <source>printer: {names}</source>
        <translation>drukarka: {names}</translation>
    </message>
    <message>
        <source>prints</source>
        <translation>drukuje</translation>
    </message>
    <message>
        <source>prints {width} mm wide</source>
        <translation>szerokość druku {width} mm</translation>
    </message>
    <message>
        <source>queue {name}</source>
        <translation>kolejka {name}</translation>
    </message>
    <message>
        <source>reached by</source>
        <translation>połączenie</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>gotowa</translation>
    </message>
    <message>
        <source>ribbon or ink runs low</source>
        <translation>kończy się taśma lub tusz</translation>
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
        <source>set up</source>
        <translation>ustawiona</translation>
    </message>
    <message>
        <source>sheet between batches</source>
        <translation>kartka między partiami</translation>
    </message>
    <message>
        <source>spare printer</source>
        <translation>drukarka zapasowa</translation>
    </message>
    <message>
        <source>stand-in {name}</source>
        <translation>zastępuje ją {name}</translation>
    </message>
    <message>
        <source>state</source>
        <translation>stan</translation>
    </message>
    <message>
        <source>still at the printer</source>
        <translation>jeszcze w drukarce</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymana</translation>
    </message>
    <message>
        <source>switched off or not connected</source>
        <translation>wyłączona lub niepodłączona</translation>
    </message>
    <message>
        <source>takes no documents</source>
        <translation>nie przyjmuje dokumentów</translation>
    </message>
    <message>
        <source>the document is held</source>
        <translation>dokument jest wstrzymany</translation>
    </message>
    <message>
        <source>this point is not open day and night.</source>
        <translation>ten punkt nie jest czynny całą dobę.</translation>
    </message>
    <message>
        <source>top</source>
        <translation>góra</translation>
    </message>
    <message>
        <source>turned by {degrees}°</source>
        <translation>obrót o {degrees}°</translation>
    </message>
    <message>
        <source>{away} does not print: labels come out of {stand_in}.</source>
        <translation>Drukarka {away} nie drukuje: etykiety wychodzą z {stand_in}.</translation>
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
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} i jeszcze {count}</translation>
    </message>
    <message>
        <source>{name} and {value} cannot go together.</source>
        <translation>{name} i {value} nie mogą wystąpić razem.</translation>
    </message>
    <message>
        <source>{name} goes on here. Before anything is sent, the program reads at InPost what was bought meanwhile. Send nothing from the other computer any more.</source>
        <translation>{name}: praca zostaje tutaj. Zanim cokolwiek zostanie wysłane, program odczyta z InPost, co kupiono w międzyczasie. Z drugiego komputera nic już nie wysyłaj.</translation>
    </message>
    <message>
        <source>{name} waits: {reasons}. Out: {printed} of {total}. Ctrl+C stops waiting; what is at the printer comes out by itself.</source>
        <translation>{name} czeka: {reasons}. Wydrukowano {printed} z {total}. Ctrl+C kończy czekanie; to, co jest w drukarce, wyjdzie samo.</translation>
    </message>
    <message>
        <source>{name}: a value is missing behind it.</source>
        <translation>{name}: brakuje wartości po tej opcji.</translation>
    </message>
    <message>
        <source>{name}: another window or command was reading, so traces stay in the file until the next time.</source>
        <translation>{name}: inne okno lub polecenie właśnie czytało rejestr, więc ślady zostaną w pliku do następnego razu.</translation>
    </message>
    <message>
        <source>{name}: changed: {changes}.</source>
        <translation>{name}: zmieniono: {changes}.</translation>
    </message>
    <message>
        <source>{name}: everything is sound; label files read: {count}.</source>
        <translation>{name}: wszystko w porządku; sprawdzone pliki etykiet: {count}.</translation>
    </message>
    <message>
        <source>{name}: nothing changed, it was set so before.</source>
        <translation>{name}: nic się nie zmieniło, tak było już ustawione.</translation>
    </message>
    <message>
        <source>{name}: receivers made before {day} are deleted: orders {orders}, shipments {shipments}, label files {labels}.</source>
        <translation>{name}: usunięto dane odbiorców sprzed {day}: zamówienia {orders}, przesyłki {shipments}, pliki etykiet {labels}.</translation>
    </message>
    <message>
        <source>{name}: receivers made before {day} would be deleted: orders {orders}, shipments {shipments}, label files {labels}.</source>
        <translation>{name}: zostałyby usunięte dane odbiorców sprzed {day}: zamówienia {orders}, przesyłki {shipments}, pliki etykiet {labels}.</translation>
    </message>
    <message>
        <source>{name}: shipments {shipments}, labels {labels}</source>
        <translation>{name}: przesyłki {shipments}, etykiety {labels}</translation>
    </message>
    <message>
        <source>{name}: {facts}. Try it with “inpost-desk printers test”.</source>
        <translation>{name}: {facts}. Wypróbuj ją poleceniem „inpost-desk printers test”.</translation>
    </message>
    <message>
        <source>{name}: {value} cannot be used here.</source>
        <translation>{name}: wartości {value} nie można tu użyć.</translation>
    </message>
    <message>
        <source>{name}: {value} is no day here. Write it as YYYY-MM-DD, such as 2026-11-30.</source>
        <translation>{name}: {value} to nie jest dzień, którego można tu użyć. Napisz go jako RRRR-MM-DD, na przykład 2026-11-30.</translation>
    </message>
    <message>
        <source>{name}: {value} is not possible. Possible are: {choices}.</source>
        <translation>{name}: wartość {value} jest niedozwolona. Dozwolone: {choices}.</translation>
    </message>
    <message>
        <source>{option}: there is no printer {name}, and no other one. “{command}” lists them.</source>
        <translation>{option}: nie ma drukarki {name} ani żadnej innej. Pokaże je „{command}”.</translation>
    </message>
    <message>
        <source>{option}: there is no printer {name}. There are: {names}. “{command}” lists them.</source>
        <translation>{option}: nie ma drukarki {name}. Są: {names}. Pokaże je „{command}”.</translation>
    </message>
    <message>
        <source>{path} is from an earlier start; there are no new labels in it.</source>
        <translation>Plik {path} pochodzi z wcześniejszego uruchomienia; nie ma w nim nowych etykiet.</translation>
    </message>
    <message>
        <source>{path}: {count} shipments.</source>
        <translation>{path}: przesyłki: {count}.</translation>
    </message>
    <message>
        <source>{reference}: InPost buys this shipment by itself, so nothing was done. “inpost-desk status {reference}” shows how it stands.</source>
        <translation>{reference}: InPost sam kupuje tę przesyłkę, więc nic nie zrobiono. „inpost-desk status {reference}” pokaże jej stan.</translation>
    </message>
    <message>
        <source>{reference}: InPost had cancelled it; it is planned anew. Start “inpost-desk ship” with its file again to send it.</source>
        <translation>{reference}: InPost ją anulował; zaplanowano ją od nowa. Uruchom ponownie „inpost-desk ship” z jej plikiem, aby ją wysłać.</translation>
    </message>
    <message>
        <source>{reference}: InPost has cancelled this shipment, and nothing is paid for it. The same parcel anew: “inpost-desk offers {reference} --renew”.</source>
        <translation>{reference}: InPost anulował tę przesyłkę i nic za nią nie zapłacono. Ta sama paczka od nowa: „inpost-desk offers {reference} --renew”.</translation>
    </message>
    <message>
        <source>{reference}: InPost has it already, so nothing was changed. “inpost-desk cancel {reference}” cancels it, “inpost-desk order update {reference}” corrects it.</source>
        <translation>{reference}: InPost już ją ma, więc nic nie zmieniono. „inpost-desk cancel {reference}” ją anuluje, „inpost-desk order update {reference}” ją poprawi.</translation>
    </message>
    <message>
        <source>{reference}: InPost has no such parcel in this state; “inpost-desk status {reference}” shows how it stands.</source>
        <translation>{reference}: InPost nie ma takiej paczki w tym stanie; „inpost-desk status {reference}” pokaże, co się z nią dzieje.</translation>
    </message>
    <message>
        <source>{reference}: InPost has not said yet what came of it. Start the same command again to look; nothing is bought twice.</source>
        <translation>{reference}: InPost nie podał jeszcze wyniku. Uruchom to samo polecenie ponownie, aby sprawdzić; nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>{reference}: another offer than this one had been bought already: {service}, {price}, parcel {number}. Nothing more was bought; “inpost-desk replace” buys another shipment in its place.</source>
        <translation>{reference}: wcześniej kupiono już inną ofertę niż ta: {service}, {price}, przesyłka {number}. Nic więcej nie kupiono; „inpost-desk replace” kupi w jej miejsce inną przesyłkę.</translation>
    </message>
    <message>
        <source>{reference}: another replacement was begun and is not paid yet. Correct that one with “inpost-desk order update {reference} …”, then start “inpost-desk replace {reference}” again.</source>
        <translation>{reference}: zaczęto już inną przesyłkę na wymianę i nie jest ona jeszcze opłacona. Popraw tamtą przez „inpost-desk order update {reference} …”, potem uruchom ponownie „inpost-desk replace {reference}”.</translation>
    </message>
    <message>
        <source>{reference}: another window or command is at it; try again when that has ended.</source>
        <translation>{reference}: zajmuje się tym inne okno lub polecenie; spróbuj ponownie, gdy skończy.</translation>
    </message>
    <message>
        <source>{reference}: bought, {service}, {price}. Parcel {number}.</source>
        <translation>{reference}: kupiono, {service}, {price}. Numer przesyłki {number}.</translation>
    </message>
    <message>
        <source>{reference}: cancelled at InPost; nothing is paid for it.</source>
        <translation>{reference}: anulowano w InPost; nic za nią nie zapłacono.</translation>
    </message>
    <message>
        <source>{reference}: corrected at InPost, and nothing is bought yet. “inpost-desk buy {reference} --offer cheapest” buys it.</source>
        <translation>{reference}: poprawiono w InPost, ale nic jeszcze nie kupiono. „inpost-desk buy {reference} --offer cheapest” ją kupi.</translation>
    </message>
    <message>
        <source>{reference}: corrected on the desk; “inpost-desk ship” sends it like that.</source>
        <translation>{reference}: poprawiono na stole; „inpost-desk ship” wyśle je w tej postaci.</translation>
    </message>
    <message>
        <source>{reference}: delivered on {day}, and {amount} zł not paid out.</source>
        <translation>{reference}: doręczona {day}, a {amount} zł nie wypłacono.</translation>
    </message>
    <message>
        <source>{reference}: found out by itself just now, so nothing had to be decided.</source>
        <translation>{reference}: wyjaśniło się samo, więc nie trzeba było nic rozstrzygać.</translation>
    </message>
    <message>
        <source>{reference}: goes with the next “inpost-desk ship” again.</source>
        <translation>{reference}: pójdzie z następnym „inpost-desk ship”.</translation>
    </message>
    <message>
        <source>{reference}: held back. “inpost-desk order release {reference}” lets it go.</source>
        <translation>{reference}: wstrzymano. „inpost-desk order release {reference}” je zwolni.</translation>
    </message>
    <message>
        <source>{reference}: it is bought (parcel {number}), and InPost cancels only what is not paid. “inpost-desk replace {reference}” buys another shipment in its place.</source>
        <translation>{reference}: jest już kupiona (przesyłka {number}), a InPost anuluje tylko nieopłacone. „inpost-desk replace {reference}” kupi w jej miejsce inną.</translation>
    </message>
    <message>
        <source>{reference}: it is bought already, so nothing was changed. “inpost-desk replace {reference}” buys another shipment in its place.</source>
        <translation>{reference}: jest już kupiona, więc nic nie zmieniono. „inpost-desk replace {reference}” kupi w jej miejsce inną przesyłkę.</translation>
    </message>
    <message>
        <source>{reference}: it was replaced before; “inpost-desk status {reference}” shows by what.</source>
        <translation>{reference}: już ją wymieniono; „inpost-desk status {reference}” pokaże, czym.</translation>
    </message>
    <message>
        <source>{reference}: no label here. “inpost-desk ship” fetches it.</source>
        <translation>{reference}: nie ma tu etykiety. Pobierze ją „inpost-desk ship”.</translation>
    </message>
    <message>
        <source>{reference}: no offers wait here; “inpost-desk status {reference}” shows how it stands.</source>
        <translation>{reference}: żadne oferty tu nie czekają; „inpost-desk status {reference}” pokaże stan przesyłki.</translation>
    </message>
    <message>
        <source>{reference}: no such order waits on the desk. Check the reference, or name its file with “--file”.</source>
        <translation>{reference}: takie zamówienie nie czeka na stole. Sprawdź numer referencyjny albo podaj plik przez „--file”.</translation>
    </message>
    <message>
        <source>{reference}: not known here, and InPost’s tracking has no such number. It shows a parcel from its first scan on, for 45 days.</source>
        <translation>{reference}: nieznana tutaj, a śledzenie InPost nie ma takiego numeru. Pokazuje paczkę od pierwszego skanu przez 45 dni.</translation>
    </message>
    <message>
        <source>{reference}: not known here. Check the reference and the account.</source>
        <translation>{reference}: nie znam tego numeru. Sprawdź numer referencyjny i konto.</translation>
    </message>
    <message>
        <source>{reference}: not marked, for InPost it is still on its way to the receiver: {status}. If it lies before you, “--anyway” marks it.</source>
        <translation>{reference}: nie oznaczono, według InPost jest jeszcze w drodze do odbiorcy: {status}. Jeśli leży przed Tobą, oznaczy ją „--anyway”.</translation>
    </message>
    <message>
        <source>{reference}: not paid for, so there is no label yet.</source>
        <translation>{reference}: przesyłka nieopłacona, więc nie ma jeszcze etykiety.</translation>
    </message>
    <message>
        <source>{reference}: nothing is unsure here. “inpost-desk status” shows how it stands.</source>
        <translation>{reference}: nie ma tu nic do wyjaśnienia. Stan pokaże „inpost-desk status”.</translation>
    </message>
    <message>
        <source>{reference}: parcel {new} was bought in the place of {old}. {money}</source>
        <translation>{reference}: w miejsce {old} kupiono przesyłkę {new}. {money}</translation>
    </message>
    <message>
        <source>{reference}: parcel {number} stays paid, and another one is bought in its place. Go on?</source>
        <translation>{reference}: przesyłka {number} pozostanie opłacona, a w jej miejsce zostanie kupiona inna. Kontynuować?</translation>
    </message>
    <message>
        <source>{reference}: say what is to be different, as in “--size B” or “--point KRA010”.</source>
        <translation>{reference}: podaj, co ma być inne, na przykład „--size B” albo „--point KRA010”.</translation>
    </message>
    <message>
        <source>{reference}: several parcels have it; name one of these: {references}.</source>
        <translation>{reference}: ten numer ma kilka paczek; podaj jedną z nich: {references}.</translation>
    </message>
    <message>
        <source>{reference}: that offer had expired, so nothing was bought. InPost has made new ones; choose again.</source>
        <translation>{reference}: ta oferta wygasła, więc nic nie kupiono. InPost przygotował nowe; wybierz jeszcze raz.</translation>
    </message>
    <message>
        <source>{reference}: the new shipment is not bought: {why} The old one is still good. Start the same command again to go on.</source>
        <translation>{reference}: nowej przesyłki nie kupiono: {why} Stara nadal jest ważna. Uruchom to samo polecenie ponownie, aby dokończyć.</translation>
    </message>
    <message>
        <source>{reference}: the offer has expired (it holds for five minutes); nothing was bought. New ones: “inpost-desk offers {reference} --renew”.</source>
        <translation>{reference}: oferta wygasła (ważna jest pięć minut); nic nie kupiono. Nowe oferty: „inpost-desk offers {reference} --renew”.</translation>
    </message>
    <message>
        <source>{reference}: the shipment is like that already, so nothing was bought.</source>
        <translation>{reference}: przesyłka już taka jest, więc nic nie kupiono.</translation>
    </message>
    <message>
        <source>{reference}: there is no label yet; start the same command again to fetch it.</source>
        <translation>{reference}: etykiety jeszcze nie ma; uruchom to samo polecenie ponownie, aby ją pobrać.</translation>
    </message>
    <message>
        <source>{reference}: there is no paid parcel of that name waiting here. “inpost-desk status {reference}” shows how it stands.</source>
        <translation>{reference}: żadna opłacona przesyłka o tej nazwie nie czeka tu na wysłanie. „inpost-desk status {reference}” pokazuje jej stan.</translation>
    </message>
    <message>
        <source>{reference}: this account pays by invoice and sees no prices, so none of these is the cheapest; choose one by its number.</source>
        <translation>{reference}: to konto ma umowę z fakturą i nie widzi cen, więc nie wiadomo, która oferta jest najtańsza; wybierz jedną po numerze.</translation>
    </message>
    <message>
        <source>{reference}: {asked} zł were to be paid out, and {amount} zł were.</source>
        <translation>{reference}: miało być wypłacone {asked} zł, a wypłacono {amount} zł.</translation>
    </message>
    <message>
        <source>{what} (go to {name})</source>
        <translation>{what} (trafiają do {name})</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} mm</translation>
    </message>
    <message>
        <source>“--choose” says how offers are chosen: add “--mode offer”.</source>
        <translation>„--choose” mówi, jak wybierać oferty: dodaj „--mode offer”.</translation>
    </message>
    <message>
        <source>“{offer}” is no number of an offer. “inpost-desk offers {reference}” lists them; “--offer cheapest” takes the cheapest.</source>
        <translation>„{offer}” to nie numer oferty. „inpost-desk offers {reference}” pokaże listę; „--offer cheapest” wybierze najtańszą.</translation>
    </message>
    <message>
        <source>“{text}” is too long; at most {most} characters.</source>
        <translation>„{text}” jest za długie; najwięcej {most} znaków.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… oraz jeszcze {count}</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>Changes of parcels that InPost does not have: {count}. Run “inpost-desk settle”; please report it.</source>
        <translation>Zmiany paczek, których InPost nie ma: {count}. Uruchom „inpost-desk settle”; prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>Label files that are missing: {count} (the first: {place}). Restore them from a copy, or print those labels again while InPost has them.</source>
        <translation>Brakujące pliki etykiet: {count} (pierwszy: {place}). Przywróć je z kopii albo wydrukuj te etykiety ponownie, póki InPost je ma.</translation>
    </message>
    <message>
        <source>Label files that are not what was stored: {count} (the first: {place}). They are not printed; restore them from a copy.</source>
        <translation>Pliki etykiet inne niż zapisane: {count} (pierwszy: {place}). Nie zostaną wydrukowane; przywróć je z kopii.</translation>
    </message>
    <message>
        <source>Orders without a parcel: {count}. Import their file once more; please report it.</source>
        <translation>Zamówienia bez paczki: {count}. Wczytaj ich plik jeszcze raz; prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>Parcels that InPost has and that still count as being asked for: {count}. Run “inpost-desk settle”.</source>
        <translation>Paczki, które InPost już ma, a które tu wciąż są w trakcie tworzenia: {count}. Uruchom „inpost-desk settle”.</translation>
    </message>
    <message>
        <source>Parcels that an ended pickup still holds: {count}. No courier can be ordered for them; please report it.</source>
        <translation>Paczki, które trzyma zakończone zlecenie odbioru: {count}. Nie można zamówić po nie kuriera; prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>Rows of runs without an order: {count}. Look at the run&apos;s result; please report it.</source>
        <translation>Wiersze przebiegów bez zamówienia: {count}. Sprawdź wynik przebiegu; prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>Rows of “{place}” belong to nothing. Nothing is bought twice because of it; please report it.</source>
        <translation>Wiersze „{place}” do niczego nie należą. Nic nie zostanie przez to kupione dwa razy; prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>The ledger&apos;s file is damaged ({place}). Restore it: “inpost-desk restore FOLDER”.</source>
        <translation>Plik rejestru jest uszkodzony ({place}). Przywróć go: „inpost-desk restore FOLDER”.</translation>
    </message>
    <message>
        <source>{place}: the file is missing in this copy. Take another day&apos;s.</source>
        <translation>{place}: w tej kopii brakuje pliku. Weź kopię z innego dnia.</translation>
    </message>
    <message>
        <source>{place}: this copy is damaged and is not used. Take another day&apos;s.</source>
        <translation>{place}: ta kopia jest uszkodzona i nie zostanie użyta. Weź kopię z innego dnia.</translation>
    </message>
    <message>
        <source>{place}: written by a newer InPost Desk. Install that one first.</source>
        <translation>{place}: zapisane przez nowszy InPost Desk. Najpierw zainstaluj tę wersję.</translation>
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
        <source>InPost asks for a pause of {detail} seconds: wait</source>
        <translation>InPost prosi o przerwę na {detail} s: poczekaj</translation>
    </message>
    <message>
        <source>InPost does not know this token: copy it again from Manager Paczek (My account, API) and run “inpost-desk account add”</source>
        <translation>InPost nie zna tego tokena: skopiuj go jeszcze raz z Managera Paczek (Moje konto, API) i uruchom „inpost-desk account add”</translation>
    </message>
    <message>
        <source>InPost does not show this organisation to the token: check its number in Manager Paczek (My account, API), next to the token</source>
        <translation>InPost nie pokazuje tej organizacji temu tokenowi: sprawdź jej numer w Managerze Paczek (Moje konto, API), obok tokena</translation>
    </message>
    <message>
        <source>InPost itself is out of order (HTTP {detail}): wait; nothing is lost, and nothing is bought twice</source>
        <translation>awaria po stronie InPost (HTTP {detail}): poczekaj; nic nie ginie i nic nie zostanie kupione dwa razy</translation>
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
        <source>a firewall or proxy refuses the call (HTTP {detail}); the token may be right: ask whoever runs the network</source>
        <translation>zapora lub serwer proxy odrzuca połączenie (HTTP {detail}); token może być dobry: zapytaj opiekuna sieci</translation>
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
        <source>certificate issued by {name}</source>
        <translation>certyfikat wystawił: {name}</translation>
    </message>
    <message>
        <source>choose a local --data-dir</source>
        <translation>wskaż folder na tym komputerze (--data-dir)</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>zegar</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>folder danych</translation>
    </message>
    <message>
        <source>data folder is closed to others</source>
        <translation>folder danych zamknięty dla innych</translation>
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
        <source>encryption</source>
        <translation>szyfrowanie</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>środowisko</translation>
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
        <source>from the environment (HTTPS_PROXY)</source>
        <translation>ze zmiennej środowiskowej (HTTPS_PROXY)</translation>
    </message>
    <message>
        <source>from the settings of InPost Desk</source>
        <translation>z ustawień InPost Desk</translation>
    </message>
    <message>
        <source>from the system&apos;s settings</source>
        <translation>z ustawień systemu</translation>
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
        <source>it does not answer; switch it on, or check the network or the printing system</source>
        <translation>nie odpowiada; włącz ją albo sprawdź sieć lub system druku</translation>
    </message>
    <message>
        <source>it does not print now; look at paper, ribbon, cover and cable</source>
        <translation>teraz nie drukuje; sprawdź papier, taśmę, pokrywę i kabel</translation>
    </message>
    <message>
        <source>it is not set up completely; set it up again in Settings</source>
        <translation>nie jest skonfigurowana do końca; skonfiguruj ją ponownie w Ustawieniach</translation>
    </message>
    <message>
        <source>it is paused; let it go on at the printer or in the system&apos;s printer settings</source>
        <translation>jest wstrzymana; wznów ją na drukarce albo w ustawieniach drukarek systemu</translation>
    </message>
    <message>
        <source>it takes no documents; allow it to in the system&apos;s printer settings</source>
        <translation>nie przyjmuje dokumentów; zezwól na to w ustawieniach drukarek systemu</translation>
    </message>
    <message>
        <source>it was stopped; look at the printer, then let it go on in the system&apos;s printer settings</source>
        <translation>została zatrzymana; zajrzyj do drukarki, potem wznów ją w ustawieniach drukarek systemu</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>pęk kluczy</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>rejestr przesyłek</translation>
    </message>
    <message>
        <source>moved to another computer on {detail}: nothing is sent from here; go on there, or here after all: in the window under Settings → Data, or with “inpost-desk data stay”</source>
        <translation>przeniesiony na inny komputer dnia {detail}: stąd nic nie jest wysyłane; pracuj dalej tam albo jednak tutaj: w oknie w Ustawienia → Dane albo poleceniem „inpost-desk data stay”</translation>
    </message>
    <message>
        <source>network</source>
        <translation>sieć</translation>
    </message>
    <message>
        <source>no safe connection could be made; something in this network stands in between: ask whoever runs it</source>
        <translation>nie udało się nawiązać bezpiecznego połączenia; coś w tej sieci stoi pośrodku: zapytaj opiekuna sieci</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>none is set up yet; “inpost-desk printers list --found” shows what there is</source>
        <translation>żadnej jeszcze nie skonfigurowano; „inpost-desk printers list --found” pokazuje, jakie są</translation>
    </message>
    <message>
        <source>nothing answers at the proxy&apos;s address; check host and port, or ask for the right ones</source>
        <translation>pod adresem serwera proxy nic nie odpowiada; sprawdź host i port albo zapytaj o właściwe</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organizacja</translation>
    </message>
    <message>
        <source>other users of this computer can look into it: take their rights away (chmod 700)</source>
        <translation>inni użytkownicy tego komputera mogą do niego zajrzeć: odbierz im prawa (chmod 700)</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>drukarka</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>drukowanie</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>serwer proxy</translation>
    </message>
    <message>
        <source>restored from the copy of {detail}: nothing is sent before the program has read at InPost what was bought since then; it does so by itself once it is online, in the window or at the next command that sends</source>
        <translation>przywrócony z kopii z dnia {detail}: nic nie zostanie wysłane, zanim program odczyta w InPost, co kupiono od tego czasu; zrobi to sam, gdy będzie połączenie z internetem, w oknie albo przy najbliższym poleceniu, które wysyła</translation>
    </message>
    <message>
        <source>right</source>
        <translation>chodzi dobrze</translation>
    </message>
    <message>
        <source>set date and time of this computer right, best by itself: offers and orders run out by InPost&apos;s clock</source>
        <translation>ustaw datę i godzinę tego komputera, najlepiej automatycznie: oferty i zlecenia wygasają według zegara InPost</translation>
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
        <source>the certificate has expired: check date and time of this computer first, then ask whoever runs the network</source>
        <translation>certyfikat wygasł: najpierw sprawdź datę i godzinę tego komputera, potem zapytaj opiekuna sieci</translation>
    </message>
    <message>
        <source>the certificate is another computer&apos;s, not that of {about}: perhaps a page to sign in to this network; open any page in the browser, or ask whoever runs the network</source>
        <translation>to certyfikat innego komputera, a nie {about}: może to strona logowania do tej sieci; otwórz dowolną stronę w przeglądarce albo zapytaj opiekuna sieci</translation>
    </message>
    <message>
        <source>the certificate is not valid yet: set date and time of this computer right</source>
        <translation>certyfikat jeszcze nie jest ważny: ustaw datę i godzinę tego komputera</translation>
    </message>
    <message>
        <source>the line is there, but InPost does not answer: wait a little and try again</source>
        <translation>łącze działa, ale InPost nie odpowiada: poczekaj chwilę i spróbuj ponownie</translation>
    </message>
    <message>
        <source>the name of the proxy is not known in this network; check it, or ask for the right one</source>
        <translation>tej nazwy serwera proxy nie zna ta sieć; sprawdź ją albo zapytaj o właściwą</translation>
    </message>
    <message>
        <source>the name {about} is not known in this network; check the address, then ask whoever runs the network about DNS, or whether a proxy has to be entered</source>
        <translation>ta sieć nie zna nazwy {about}; sprawdź adres, potem zapytaj opiekuna sieci o DNS albo o to, czy trzeba wpisać serwer proxy</translation>
    </message>
    <message>
        <source>the proxy does not answer; check host and port, or ask for the right ones</source>
        <translation>serwer proxy nie odpowiada; sprawdź host i port albo zapytaj o właściwe</translation>
    </message>
    <message>
        <source>the proxy does not let {about} through; ask whoever runs the network to allow this address</source>
        <translation>serwer proxy nie przepuszcza do {about}; poproś opiekuna sieci o dopuszczenie tego adresu</translation>
    </message>
    <message>
        <source>the proxy wants a password; ask that {about} be let through without one, or set HTTPS_PROXY with name and password for InPost Desk (signing in as Windows does, NTLM or Negotiate, is not possible)</source>
        <translation>serwer proxy wymaga hasła; poproś o dostęp do {about} bez hasła albo ustaw dla InPost Desk zmienną HTTPS_PROXY z nazwą i hasłem (logowanie takie jak w Windows, NTLM lub Negotiate, nie jest możliwe)</translation>
    </message>
    <message>
        <source>the system names a script (PAC), which is not needed: the direct way is open</source>
        <translation>system wskazuje skrypt (PAC), który nie jest potrzebny: połączenie bezpośrednie działa</translation>
    </message>
    <message>
        <source>the token belongs to organisation {detail}: take that number, or the other token</source>
        <translation>token należy do organizacji {detail}: użyj tego numeru albo innego tokena</translation>
    </message>
    <message>
        <source>the token belongs to the other environment: sandbox tokens work in the sandbox only, production tokens in production only</source>
        <translation>token należy do drugiego środowiska: tokeny sandbox działają tylko w sandboxie, a produkcyjne tylko w produkcji</translation>
    </message>
    <message>
        <source>the token is right, but has no right to this organisation: check its number, and the rights of the token in Manager Paczek</source>
        <translation>token jest dobry, ale nie ma prawa do tej organizacji: sprawdź jej numer i uprawnienia tokena w Managerze Paczek</translation>
    </message>
    <message>
        <source>there is no such printer in the system any more; choose another one in Settings</source>
        <translation>takiej drukarki nie ma już w systemie; wybierz inną w Ustawieniach</translation>
    </message>
    <message>
        <source>there is no token for this account: run “inpost-desk account add”, or set INPOST_DESK_TOKEN</source>
        <translation>brak tokena dla tego konta: uruchom „inpost-desk account add” albo ustaw INPOST_DESK_TOKEN</translation>
    </message>
    <message>
        <source>there is no way to {about}; check the cable or the Wi-Fi, and whether other pages open here</source>
        <translation>nie ma połączenia z {about}; sprawdź kabel lub Wi-Fi i to, czy otwierają się inne strony</translation>
    </message>
    <message>
        <source>this computer does not trust that certificate, so nothing is sent. If the company reads encrypted traffic, ask for its certificate to be added to the system&apos;s; else leave this network</source>
        <translation>ten komputer nie ufa temu certyfikatowi, więc nic nie jest wysyłane. Jeśli firma sprawdza ruch szyfrowany, poproś o dodanie jej certyfikatu do systemu; jeśli nie, opuść tę sieć</translation>
    </message>
    <message>
        <source>this computer has no connection to the Internet; check the cable or the Wi-Fi</source>
        <translation>ten komputer nie ma połączenia z Internetem; sprawdź kabel lub Wi-Fi</translation>
    </message>
    <message>
        <source>this computer has no connection to the proxy; check the cable or the Wi-Fi</source>
        <translation>ten komputer nie ma połączenia z serwerem proxy; sprawdź kabel lub Wi-Fi</translation>
    </message>
    <message>
        <source>this network chooses its proxy by a script (PAC), which InPost Desk does not run: ask for the proxy&apos;s address and enter it in Settings</source>
        <translation>ta sieć wybiera serwer proxy skryptem (PAC), którego InPost Desk nie uruchamia: zapytaj o adres serwera proxy i wpisz go w Ustawieniach</translation>
    </message>
    <message>
        <source>this proxy cannot be used ({detail}); check its address in the settings of InPost Desk and of the system</source>
        <translation>tego serwera proxy nie można użyć ({detail}); sprawdź jego adres w ustawieniach InPost Desk i systemu</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>trusted by this computer only: somebody between here and InPost, as a company&apos;s security software, reads along</source>
        <translation>ufa mu tylko ten komputer: ktoś po drodze do InPost, na przykład firmowe oprogramowanie ochronne, czyta ten ruch</translation>
    </message>
    <message>
        <source>what answers there is not InPost: perhaps a page to sign in to this network; open any page in the browser, and check --api-url</source>
        <translation>to, co tam odpowiada, nie jest InPostem: może to strona logowania do tej sieci; otwórz dowolną stronę w przeglądarce i sprawdź --api-url</translation>
    </message>
    <message>
        <source>window system (Qt)</source>
        <translation>system okien (Qt)</translation>
    </message>
    <message>
        <source>you may not use it; ask whoever looks after this computer</source>
        <translation>nie masz do niej prawa; zapytaj opiekuna tego komputera</translation>
    </message>
    <message>
        <source>{about} does not answer; a firewall may keep it back: ask whoever runs the network whether a proxy has to be entered</source>
        <translation>{about} nie odpowiada; może blokować to zapora: zapytaj opiekuna sieci, czy trzeba wpisać serwer proxy</translation>
    </message>
    <message>
        <source>{about} refuses the connection; a firewall may stand in between: ask whoever runs the network</source>
        <translation>{about} odrzuca połączenie; po drodze może stać zapora: zapytaj opiekuna sieci</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dni</translation>
    </message>
    <message>
        <source>{time} fast</source>
        <translation>spieszy się o {time}</translation>
    </message>
    <message>
        <source>{time} slow</source>
        <translation>spóźnia się o {time}</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>All shipments</source>
        <translation>Wszystkie przesyłki</translation>
    </message>
    <message>
        <source>Cancelled and replaced</source>
        <translation>Anulowane i wymienione</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Przewoźnik</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>Pobrania</translation>
    </message>
    <message>
        <source>Cash on delivery (PLN)</source>
        <translation>Pobranie (zł)</translation>
    </message>
    <message>
        <source>Cost centre (MPK)</source>
        <translation>MPK</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Doręczone</translation>
    </message>
    <message>
        <source>Extra protection (PLN)</source>
        <translation>Dodatkowa ochrona (zł)</translation>
    </message>
    <message>
        <source>InPost&apos;s number of the shipment</source>
        <translation>Identyfikator przesyłki w InPost</translation>
    </message>
    <message>
        <source>InPost&apos;s status</source>
        <translation>Status InPost</translation>
    </message>
    <message>
        <source>MPK</source>
        <translation>MPK</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Utworzono</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nieopłacone</translation>
    </message>
    <message>
        <source>Number of the returned parcel</source>
        <translation>Numer przesyłki zwrotnej</translation>
    </message>
    <message>
        <source>Of these unused labels</source>
        <translation>W tym niewykorzystane etykiety</translation>
    </message>
    <message>
        <source>Paczkomat or PaczkoPunkt</source>
        <translation>Paczkomat lub PaczkoPunkt</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Opłacone</translation>
    </message>
    <message>
        <source>Paid and not handed over</source>
        <translation>Opłacone i nienadane</translation>
    </message>
    <message>
        <source>Price (PLN)</source>
        <translation>Cena (zł)</translation>
    </message>
    <message>
        <source>Price of the unused labels (PLN)</source>
        <translation>Cena niewykorzystanych etykiet (zł)</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Odbiorca</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Numer referencyjny</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zwrócone</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Usługa</translation>
    </message>
    <message>
        <source>Services and sizes</source>
        <translation>Usługi i gabaryty</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Przesyłki</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Gabaryt</translation>
    </message>
    <message>
        <source>State of the cash on delivery</source>
        <translation>Stan pobrania</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status since</source>
        <translation>Status od</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Razem</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Podsumowanie</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Miejscowość</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Numer przesyłki</translation>
    </message>
    <message>
        <source>Tracking page</source>
        <translation>Strona śledzenia</translation>
    </message>
    <message>
        <source>Unused labels</source>
        <translation>Niewykorzystane etykiety</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>doręczone</translation>
    </message>
    <message>
        <source>no MPK</source>
        <translation>bez MPK</translation>
    </message>
    <message>
        <source>not handed over</source>
        <translation>nienadane</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>w drodze</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zwrócone</translation>
    </message>
</context>
<context>
    <name>fixes</name>
    <message>
        <source>By courier</source>
        <translation>Kurierem</translation>
    </message>
    <message>
        <source>Cash on delivery {value} zł</source>
        <translation>Pobranie {value} zł</translation>
    </message>
    <message>
        <source>Extra protection {value} zł</source>
        <translation>Dodatkowa ochrona {value} zł</translation>
    </message>
    <message>
        <source>InPost has the same reference</source>
        <translation>InPost ma ten sam numer</translation>
    </message>
    <message>
        <source>It is a company</source>
        <translation>To jest firma</translation>
    </message>
    <message>
        <source>NIE: without Paczka w Weekend</source>
        <translation>NIE: bez Paczki w Weekend</translation>
    </message>
    <message>
        <source>Send by courier</source>
        <translation>Wyślij kurierem</translation>
    </message>
    <message>
        <source>Shorten to {detail} characters</source>
        <translation>Skróć do {detail} znaków</translation>
    </message>
    <message>
        <source>Size {value}</source>
        <translation>Gabaryt {value}</translation>
    </message>
    <message>
        <source>TAK: Paczka w Weekend</source>
        <translation>TAK: Paczka w Weekend</translation>
    </message>
    <message>
        <source>There is no point {value}</source>
        <translation>Nie ma punktu {value}</translation>
    </message>
    <message>
        <source>To a Paczkomat</source>
        <translation>Do Paczkomatu</translation>
    </message>
    <message>
        <source>Without a company</source>
        <translation>Bez firmy</translation>
    </message>
    <message>
        <source>Without an e-mail</source>
        <translation>Bez e-maila</translation>
    </message>
    <message>
        <source>Without cash on delivery</source>
        <translation>Bez pobrania</translation>
    </message>
    <message>
        <source>Without extra protection</source>
        <translation>Bez dodatkowej ochrony</translation>
    </message>
    <message>
        <source>a courier does not need one</source>
        <translation>kurierowi niepotrzebny</translation>
    </message>
    <message>
        <source>a formula</source>
        <translation>to formuła</translation>
    </message>
    <message>
        <source>account blocked or empty</source>
        <translation>konto zablokowane lub bez środków</translation>
    </message>
    <message>
        <source>cannot be paid at this point</source>
        <translation>nie da się zapłacić w tym punkcie</translation>
    </message>
    <message>
        <source>characters that cannot be used</source>
        <translation>niedozwolone znaki</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>punkt nieczynny</translation>
    </message>
    <message>
        <source>digits are missing</source>
        <translation>brakuje cyfr</translation>
    </message>
    <message>
        <source>empty in the file</source>
        <translation>puste pole w pliku</translation>
    </message>
    <message>
        <source>gives out no parcels</source>
        <translation>punkt nie wydaje paczek</translation>
    </message>
    <message>
        <source>in all rows of this order</source>
        <translation>we wszystkich wierszach zamówienia</translation>
    </message>
    <message>
        <source>instead of “{detail}”</source>
        <translation>zamiast „{detail}”</translation>
    </message>
    <message>
        <source>more cells than the header</source>
        <translation>więcej pól niż w nagłówku</translation>
    </message>
    <message>
        <source>neither TAK nor NIE</source>
        <translation>ani TAK, ani NIE</translation>
    </message>
    <message>
        <source>no answer from InPost</source>
        <translation>brak odpowiedzi InPost</translation>
    </message>
    <message>
        <source>not a Polish number</source>
        <translation>to nie polski numer</translation>
    </message>
    <message>
        <source>not a post code</source>
        <translation>to nie kod pocztowy</translation>
    </message>
    <message>
        <source>not a town</source>
        <translation>to nie miejscowość</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>to nie kwota</translation>
    </message>
    <message>
        <source>not an e-mail address</source>
        <translation>to nie adres e-mail</translation>
    </message>
    <message>
        <source>not at InPost after an hour</source>
        <translation>po godzinie nie ma jej w InPost</translation>
    </message>
    <message>
        <source>not in Latin script</source>
        <translation>nie alfabetem łacińskim</translation>
    </message>
    <message>
        <source>not in your contract</source>
        <translation>brak w umowie</translation>
    </message>
    <message>
        <source>not possible by courier</source>
        <translation>niemożliwe kurierem</translation>
    </message>
    <message>
        <source>not possible for this service</source>
        <translation>niemożliwe w tej usłudze</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>teraz niemożliwe</translation>
    </message>
    <message>
        <source>not to a PaczkoPunkt</source>
        <translation>nie do PaczkoPunktu</translation>
    </message>
    <message>
        <source>not used by a courier</source>
        <translation>kurier tego nie używa</translation>
    </message>
    <message>
        <source>not written as expected</source>
        <translation>inny zapis niż oczekiwany</translation>
    </message>
    <message>
        <source>point not open day and night</source>
        <translation>punkt nie działa całą dobę</translation>
    </message>
    <message>
        <source>probably not at InPost</source>
        <translation>prawdopodobnie nie ma jej w InPost</translation>
    </message>
    <message>
        <source>rows of one order disagree</source>
        <translation>wiersze zamówienia się różnią</translation>
    </message>
    <message>
        <source>sent before</source>
        <translation>wysłane wcześniej</translation>
    </message>
    <message>
        <source>shortened by Excel</source>
        <translation>skrócone przez Excela</translation>
    </message>
    <message>
        <source>the house number is missing</source>
        <translation>brakuje numeru domu</translation>
    </message>
    <message>
        <source>the last name is missing</source>
        <translation>brakuje nazwiska</translation>
    </message>
    <message>
        <source>the limit is {limit} zł</source>
        <translation>limit {limit} zł</translation>
    </message>
    <message>
        <source>the most that is possible</source>
        <translation>najwięcej, ile można</translation>
    </message>
    <message>
        <source>the receiver pays nothing</source>
        <translation>odbiorca nic nie płaci</translation>
    </message>
    <message>
        <source>the same on several parcels</source>
        <translation>to samo na kilku paczkach</translation>
    </message>
    <message>
        <source>the street is missing</source>
        <translation>brakuje ulicy</translation>
    </message>
    <message>
        <source>to the address</source>
        <translation>pod adres</translation>
    </message>
    <message>
        <source>to {detail}</source>
        <translation>pod adres: {detail}</translation>
    </message>
    <message>
        <source>too few digits ({n} of 9)</source>
        <translation>za mało cyfr ({n} z 9)</translation>
    </message>
    <message>
        <source>too large for this way</source>
        <translation>za duży na tę formę wysyłki</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>za długie</translation>
    </message>
    <message>
        <source>too long for the label</source>
        <translation>za długie na etykietę</translation>
    </message>
    <message>
        <source>too many digits</source>
        <translation>za dużo cyfr</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>za dużo</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>za krótkie</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>za mało</translation>
    </message>
    <message>
        <source>unknown kind</source>
        <translation>nieznany rodzaj</translation>
    </message>
    <message>
        <source>unknown size</source>
        <translation>nieznany gabaryt</translation>
    </message>
    <message>
        <source>unknown to InPost</source>
        <translation>InPost go nie zna</translation>
    </message>
    <message>
        <source>up to 19 × 38 × 64 cm</source>
        <translation>do 19 × 38 × 64 cm</translation>
    </message>
    <message>
        <source>up to 41 × 38 × 64 cm</source>
        <translation>do 41 × 38 × 64 cm</translation>
    </message>
    <message>
        <source>up to 50 × 50 × 80 cm</source>
        <translation>do 50 × 50 × 80 cm</translation>
    </message>
    <message>
        <source>up to 8 × 38 × 64 cm</source>
        <translation>do 8 × 38 × 64 cm</translation>
    </message>
    <message>
        <source>{value} gives out no parcels</source>
        <translation>{value} nie wydaje paczek</translation>
    </message>
    <message>
        <source>{value} is closed</source>
        <translation>{value} nieczynny</translation>
    </message>
    <message>
        <source>{value} takes no cash on delivery</source>
        <translation>{value} nie przyjmuje pobrań</translation>
    </message>
    <message>
        <source>{whole}.{tenth} km</source>
        <translation>{whole},{tenth} km</translation>
    </message>
    <message>
        <source>“{value}” goes into the company’s cell</source>
        <translation>„{value}” trafi do pola firmy</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>%Y-%m-%d</source>
        <translation>%d.%m.%Y</translation>
    </message>
    <message>
        <source>%Y-%m-%d %H:%M</source>
        <translation>%d.%m.%Y %H:%M</translation>
    </message>
    <message>
        <source>%d %b %H:%M</source>
        <translation>%d.%m. %H:%M</translation>
    </message>
    <message>
        <source>%d %b %Y</source>
        <translation>%d.%m.%Y</translation>
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
        <source>Allegro Paczkomat, smart</source>
        <translation>Allegro Paczkomat, smart</translation>
    </message>
    <message>
        <source>Allegro buyer number</source>
        <translation>numer kupującego w Allegro</translation>
    </message>
    <message>
        <source>Allegro purchase number</source>
        <translation>numer transakcji Allegro</translation>
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
        <source>Paczkomat, smart</source>
        <translation>Paczkomat, smart</translation>
    </message>
    <message>
        <source>Podaj Dalej</source>
        <translation>Podaj Dalej</translation>
    </message>
    <message>
        <source>additional services</source>
        <translation>usługi dodatkowe</translation>
    </message>
    <message>
        <source>another status</source>
        <translation>inny status</translation>
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
        <source>contents</source>
        <translation>zawartość</translation>
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
        <source>country</source>
        <translation>kraj</translation>
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
        <source>delivery for 10:00</source>
        <translation>doręczenie na 10:00</translation>
    </message>
    <message>
        <source>delivery for 11:00</source>
        <translation>doręczenie na 11:00</translation>
    </message>
    <message>
        <source>delivery for 12:00</source>
        <translation>doręczenie na 12:00</translation>
    </message>
    <message>
        <source>delivery for 13:00</source>
        <translation>doręczenie na 13:00</translation>
    </message>
    <message>
        <source>delivery for 14:00</source>
        <translation>doręczenie na 14:00</translation>
    </message>
    <message>
        <source>delivery for 15:00</source>
        <translation>doręczenie na 15:00</translation>
    </message>
    <message>
        <source>delivery for 16:00</source>
        <translation>doręczenie na 16:00</translation>
    </message>
    <message>
        <source>delivery for 17:00</source>
        <translation>doręczenie na 17:00</translation>
    </message>
    <message>
        <source>delivery for 9:00</source>
        <translation>doręczenie na 9:00</translation>
    </message>
    <message>
        <source>delivery in the evening (17–20)</source>
        <translation>doręczenie wieczorem (17–20)</translation>
    </message>
    <message>
        <source>delivery on Saturday</source>
        <translation>doręczenie w sobotę</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>wymiary</translation>
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
        <source>first name</source>
        <translation>imię</translation>
    </message>
    <message>
        <source>going back to the branch</source>
        <translation>wraca do oddziału</translation>
    </message>
    <message>
        <source>height</source>
        <translation>wysokość</translation>
    </message>
    <message>
        <source>house number</source>
        <translation>numer domu</translation>
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
        <source>kept at a PaczkoPunkt</source>
        <translation>magazynowana w PaczkoPunkcie</translation>
    </message>
    <message>
        <source>kept in another Paczkomat</source>
        <translation>magazynowana w innym Paczkomacie</translation>
    </message>
    <message>
        <source>kind of shipment</source>
        <translation>typ przesyłki</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>nazwisko</translation>
    </message>
    <message>
        <source>length</source>
        <translation>długość</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>zaginiona</translation>
    </message>
    <message>
        <source>may be late</source>
        <translation>może się spóźnić</translation>
    </message>
    <message>
        <source>not collected in time</source>
        <translation>nieodebrana w terminie</translation>
    </message>
    <message>
        <source>not delivered: cash on delivery not paid</source>
        <translation>niedoręczona: pobranie niezapłacone</translation>
    </message>
    <message>
        <source>not delivered: incomplete address</source>
        <translation>niedoręczona: niepełny adres</translation>
    </message>
    <message>
        <source>not delivered: no letter box</source>
        <translation>niedoręczona: brak skrzynki</translation>
    </message>
    <message>
        <source>not delivered: no way to the letter box</source>
        <translation>niedoręczona: brak dostępu do skrzynki</translation>
    </message>
    <message>
        <source>not delivered: nobody lives there</source>
        <translation>niedoręczona: nikt tam nie mieszka</translation>
    </message>
    <message>
        <source>not delivered: receiver unknown</source>
        <translation>niedoręczona: odbiorca nieznany</translation>
    </message>
    <message>
        <source>not delivered: wrong address</source>
        <translation>niedoręczona: zły adres</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>jeszcze nieopłacona</translation>
    </message>
    <message>
        <source>notice by SMS</source>
        <translation>powiadomienie SMS</translation>
    </message>
    <message>
        <source>notice by e-mail</source>
        <translation>powiadomienie e-mail</translation>
    </message>
    <message>
        <source>number of parcels</source>
        <translation>liczba paczek</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>oferta</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>w drodze</translation>
    </message>
    <message>
        <source>on its way to the Paczkomat chosen</source>
        <translation>w drodze do wybranego Paczkomatu</translation>
    </message>
    <message>
        <source>on its way to the Paczkomat chosen first</source>
        <translation>w drodze do pierwotnie wybranego Paczkomatu</translation>
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
        <source>parcel&apos;s own number</source>
        <translation>własny numer paczki</translation>
    </message>
    <message>
        <source>point of posting</source>
        <translation>punkt nadania</translation>
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
        <source>posting without a label</source>
        <translation>nadanie bez etykiety</translation>
    </message>
    <message>
        <source>product number of the contract</source>
        <translation>numer produktu z umowy</translation>
    </message>
    <message>
        <source>put into a Paczkomat</source>
        <translation>nadanie w Paczkomacie</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>odbiorca</translation>
    </message>
    <message>
        <source>redirected to a Paczkomat</source>
        <translation>przekierowana do Paczkomatu</translation>
    </message>
    <message>
        <source>redirected to another address</source>
        <translation>przekierowana na inny adres</translation>
    </message>
    <message>
        <source>redirection cancelled</source>
        <translation>anulowano przekierowanie</translation>
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
        <source>return documents prepared</source>
        <translation>przygotowano dokumenty zwrotne</translation>
    </message>
    <message>
        <source>return of documents (ROD)</source>
        <translation>zwrot dokumentów (ROD)</translation>
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
        <source>shipment</source>
        <translation>przesyłka</translation>
    </message>
    <message>
        <source>shipments</source>
        <translation>przesyłki</translation>
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
        <source>tracking number</source>
        <translation>numer przesyłki</translation>
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
    <message>
        <source>weight</source>
        <translation>waga</translation>
    </message>
    <message>
        <source>width</source>
        <translation>szerokość</translation>
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
        <source>offer to be chosen</source>
        <translation>oferta do wyboru</translation>
    </message>
    <message>
        <source>refused by InPost</source>
        <translation>odrzucone przez InPost</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>wymieniona</translation>
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
        <source>Allegro services need the buyer&apos;s Allegro e-mail, or the numbers of the purchase and of the buyer; give one.</source>
        <translation>usługi Allegro wymagają adresu e-mail kupującego z Allegro albo numerów transakcji i kupującego; podaj jedno z nich.</translation>
    </message>
    <message>
        <source>Allegro services need the numbers of the purchase and of the buyer; copy them from Allegro.</source>
        <translation>usługi Allegro wymagają numeru transakcji i numeru kupującego; skopiuj je z Allegro.</translation>
    </message>
    <message>
        <source>At least {hint} zł.</source>
        <translation>Co najmniej {hint} zł.</translation>
    </message>
    <message>
        <source>At most {hint} kg.</source>
        <translation>Najwyżej {hint} kg.</translation>
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
        <source>InPost cancelled the old shipment.</source>
        <translation>InPost anulował starą przesyłkę.</translation>
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
        <source>InPost did not cancel it and nothing was changed; try again.</source>
        <translation>InPost jej nie anulował i nic się nie zmieniło; spróbuj ponownie.</translation>
    </message>
    <message>
        <source>InPost did not take up the purchase and nothing was paid; buy again.</source>
        <translation>InPost nie podjął zakupu i nic nie zapłacono; kup ponownie.</translation>
    </message>
    <message>
        <source>InPost did not understand the question; please report this.</source>
        <translation>InPost nie zrozumiał zapytania; prosimy o zgłoszenie tego błędu.</translation>
    </message>
    <message>
        <source>InPost does not accept the data of the sender; correct them in Settings (Sender).</source>
        <translation>InPost nie przyjmuje danych nadawcy; popraw je w Ustawieniach (Nadawca).</translation>
    </message>
    <message>
        <source>InPost does not accept these numbers of the purchase or the buyer; copy them from Allegro again.</source>
        <translation>InPost nie przyjmuje tych numerów transakcji lub kupującego; skopiuj je z Allegro jeszcze raz.</translation>
    </message>
    <message>
        <source>InPost does not accept this value; correct it.</source>
        <translation>InPost nie przyjmuje tej wartości; popraw ją.</translation>
    </message>
    <message>
        <source>InPost does not allow this in the present state of the shipment; look at the shipment again.</source>
        <translation>InPost nie pozwala na to przy obecnym stanie przesyłki; sprawdź ją ponownie.</translation>
    </message>
    <message>
        <source>InPost does not cancel a shipment in this status; nothing was changed.</source>
        <translation>InPost nie anuluje przesyłki w tym statusie; nic się nie zmieniło.</translation>
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
        <source>InPost does not know this product number; copy it from your contract.</source>
        <translation>InPost nie zna tego numeru produktu; przepisz go z umowy.</translation>
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
        <source>InPost does not sell this offer now; choose another one, or renew the offers.</source>
        <translation>InPost nie sprzedaje teraz tej oferty; wybierz inną albo odnów oferty.</translation>
    </message>
    <message>
        <source>InPost does not serve this post code; check it.</source>
        <translation>InPost nie obsługuje tego kodu pocztowego; sprawdź go.</translation>
    </message>
    <message>
        <source>InPost does not understand this number of an offer; renew the offers and choose again.</source>
        <translation>InPost nie rozumie tego numeru oferty; odnów oferty i wybierz jeszcze raz.</translation>
    </message>
    <message>
        <source>InPost found a mistake but did not say where; check the order.</source>
        <translation>InPost znalazł błąd, ale nie podał gdzie; sprawdź zamówienie.</translation>
    </message>
    <message>
        <source>InPost gives no price here to accounts paid by invoice; take it from your contract.</source>
        <translation>przy umowie z fakturą InPost nie podaje tu ceny; sprawdź ją w umowie.</translation>
    </message>
    <message>
        <source>InPost has a shipment with this reference that may be another one; decide with “inpost-desk settle”.</source>
        <translation>w InPost jest przesyłka z tym numerem referencyjnym, ale może to być inna; rozstrzygnij poleceniem „inpost-desk settle” (Sprawdź w InPost).</translation>
    </message>
    <message>
        <source>InPost has no label for it (it keeps labels for some weeks only); if the parcel is to go, make a new shipment.</source>
        <translation>InPost nie ma już tej etykiety (trzyma je tylko przez kilka tygodni); jeśli paczka ma pojechać, utwórz nową przesyłkę.</translation>
    </message>
    <message>
        <source>InPost has no label of this kind for this service; choose another label format for the printer in Settings.</source>
        <translation>InPost nie ma takiej etykiety dla tej usługi; wybierz w ustawieniach drukarki inny format etykiety.</translation>
    </message>
    <message>
        <source>InPost has no such point; check the name of the Paczkomat or PaczkoPunkt.</source>
        <translation>InPost nie ma takiego punktu; sprawdź nazwę Paczkomatu lub PaczkoPunktu.</translation>
    </message>
    <message>
        <source>InPost has no such point; check the name of the point of posting.</source>
        <translation>InPost nie ma takiego punktu; sprawdź kod punktu nadania.</translation>
    </message>
    <message>
        <source>InPost has not confirmed the purchase yet; start again to look.</source>
        <translation>InPost nie potwierdził jeszcze zakupu; uruchom ponownie, aby sprawdzić.</translation>
    </message>
    <message>
        <source>InPost may refuse so much extra protection, or ask for a contract.</source>
        <translation>InPost może odmówić tak wysokiej dodatkowej ochrony albo wymagać umowy.</translation>
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
        <source>InPost sent something that is no printer command; start again.</source>
        <translation>InPost przysłał coś, co nie jest komendą drukarki; uruchom jeszcze raz.</translation>
    </message>
    <message>
        <source>InPost sent something that is not a label; start again.</source>
        <translation>InPost przysłał coś, co nie jest etykietą; uruchom ponownie.</translation>
    </message>
    <message>
        <source>InPost takes no Paczka w Weekend now; say whether it waits or goes as standard.</source>
        <translation>InPost nie przyjmuje teraz Paczki w Weekend; zdecyduj, czy ma czekać, czy iść jako standard.</translation>
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
        <source>Paczka w Weekend can be made from Thursday 20:00 to Friday 18:00 only; do without it or wait.</source>
        <translation>Paczkę w Weekend można utworzyć tylko od czwartku 20:00 do piątku 18:00; zrezygnuj z niej albo poczekaj.</translation>
    </message>
    <message>
        <source>Paczka w Weekend goes to a Paczkomat only; do without it.</source>
        <translation>Paczka w Weekend trafia tylko do Paczkomatu; zrezygnuj z niej.</translation>
    </message>
    <message>
        <source>Paczka w Weekend is not possible with Allegro services; do without it.</source>
        <translation>Paczki w Weekend nie można łączyć z usługami Allegro; zrezygnuj z niej.</translation>
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
        <source>Shipment {number}; its data was deleted here on {day}.</source>
        <translation>Przesyłka {number}; jej dane usunięto tutaj {day}.</translation>
    </message>
    <message>
        <source>The old shipment stays paid; no way to have the money back is known. Do not use its label.</source>
        <translation>Stara przesyłka pozostaje opłacona; nie znamy sposobu na odzyskanie pieniędzy. Nie używaj jej etykiety.</translation>
    </message>
    <message>
        <source>Usually up to {hint} zł.</source>
        <translation>Zwykle do {hint} zł.</translation>
    </message>
    <message>
        <source>a courier needs first and last name, or a company; fill in one of them.</source>
        <translation>kurier potrzebuje imienia i nazwiska albo nazwy firmy; uzupełnij jedno z nich.</translation>
    </message>
    <message>
        <source>a courier takes all parcels in one shipment; add them as parcels.</source>
        <translation>kurier zabiera wszystkie paczki w jednej przesyłce; dodaj je jako paczki.</translation>
    </message>
    <message>
        <source>a side is over 120 cm or all three together over 220 cm; mark the parcel as non-standard, which costs more.</source>
        <translation>bok ma ponad 120 cm albo suma trzech boków ponad 220 cm; oznacz paczkę jako niestandardową, co kosztuje więcej.</translation>
    </message>
    <message>
        <source>above the highest value allowed; correct it.</source>
        <translation>powyżej największej dozwolonej wartości; popraw.</translation>
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
        <source>another shipment was bought in its place; do not send this one.</source>
        <translation>w jej miejsce kupiono inną przesyłkę; tej nie nadawaj.</translation>
    </message>
    <message>
        <source>another window or command is sending it right now.</source>
        <translation>właśnie wysyła to inne okno lub polecenie.</translation>
    </message>
    <message>
        <source>below the smallest value allowed; correct it.</source>
        <translation>poniżej najmniejszej dozwolonej wartości; popraw.</translation>
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
        <source>cash on delivery by courier needs extra protection of at least the same amount; give it.</source>
        <translation>pobranie u kuriera wymaga dodatkowej ochrony co najmniej na tę samą kwotę; podaj ją.</translation>
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
        <source>data of the sender are missing; fill them in in Settings (Sender).</source>
        <translation>brakuje danych nadawcy; uzupełnij je w Ustawieniach (Nadawca).</translation>
    </message>
    <message>
        <source>digits are missing; write all nine.</source>
        <translation>brakuje cyfr; wpisz wszystkie dziewięć.</translation>
    </message>
    <message>
        <source>economy parcels need the product number from your contract with InPost; give it.</source>
        <translation>paczka ekonomiczna wymaga numeru produktu z umowy z InPost; podaj go.</translation>
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
        <source>it can be cancelled only until it is paid for, and now its state is: {status}; do not post it and ask InPost about the money.</source>
        <translation>anulować można ją tylko przed opłaceniem, a teraz jej stan to: {status}; nie nadawaj jej i zapytaj InPost o zwrot pieniędzy.</translation>
    </message>
    <message>
        <source>it can be changed only until it is paid for, and now its state is: {status}; make a new one in its place.</source>
        <translation>zmienić można ją tylko przed opłaceniem, a teraz jej stan to: {status}; utwórz w jej miejsce nową.</translation>
    </message>
    <message>
        <source>it cannot be paid for now, because its state is: {status}; look at the shipment again.</source>
        <translation>nie można jej teraz opłacić, bo jej stan to: {status}; sprawdź ją ponownie.</translation>
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
        <source>no label with this number was printed from here. Scan another one.</source>
        <translation>etykieta z tym numerem nie była stąd drukowana. Zeskanuj inną.</translation>
    </message>
    <message>
        <source>no offer can be chosen now, because its state is: {status}; look at the shipment again.</source>
        <translation>nie można teraz wybrać oferty, bo stan przesyłki to: {status}; sprawdź ją ponownie.</translation>
    </message>
    <message>
        <source>no offer was chosen; choose one and pay again.</source>
        <translation>nie wybrano oferty; wybierz ją i zapłać jeszcze raz.</translation>
    </message>
    <message>
        <source>no parcel was given; choose a size, or give dimensions and weight.</source>
        <translation>nie podano paczki; wybierz gabaryt albo podaj wymiary i wagę.</translation>
    </message>
    <message>
        <source>no service was chosen; choose one, or compare prices.</source>
        <translation>nie wybrano usługi; wybierz ją albo porównaj ceny.</translation>
    </message>
    <message>
        <source>no shipment was chosen; choose at least one.</source>
        <translation>nie wybrano przesyłki; wybierz przynajmniej jedną.</translation>
    </message>
    <message>
        <source>not in Latin script; the label may not print it.</source>
        <translation>to nie są litery łacińskie; etykieta może ich nie wydrukować.</translation>
    </message>
    <message>
        <source>not sent yet; first choose the offers that wait, then start again.</source>
        <translation>jeszcze nie wysłano; najpierw wybierz oferty, które czekają, potem uruchom ponownie.</translation>
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
        <translation>niewłaściwy zapis; popraw.</translation>
    </message>
    <message>
        <source>only one delivery hour can be asked for; choose one.</source>
        <translation>można wybrać tylko jedną godzinę doręczenia; wybierz jedną.</translation>
    </message>
    <message>
        <source>over 30 kg the courier&apos;s depot must know beforehand; call InPost.</source>
        <translation>powyżej 30 kg trzeba uprzedzić oddział kurierski; zadzwoń do InPost.</translation>
    </message>
    <message>
        <source>parcels cannot be collected at this point; choose another one.</source>
        <translation>w tym punkcie nie można odebrać paczki; wybierz inny.</translation>
    </message>
    <message>
        <source>parcels cannot be posted at this point; choose another one.</source>
        <translation>w tym punkcie nie można nadać paczki; wybierz inny.</translation>
    </message>
    <message>
        <source>parcels with and without a pickup order cannot stand on one printout; split them.</source>
        <translation>paczek ze zleceniem odbioru i bez niego nie można wydrukować razem; rozdziel je.</translation>
    </message>
    <message>
        <source>the Paczkomat or PaczkoPunkt is missing; choose one.</source>
        <translation>nie podano Paczkomatu ani PaczkoPunktu; wybierz go.</translation>
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
        <source>the dimensions are missing; give length, width and height, or choose a size.</source>
        <translation>nie podano wymiarów; podaj długość, szerokość i wysokość albo wybierz gabaryt.</translation>
    </message>
    <message>
        <source>the field is empty; fill it in.</source>
        <translation>puste pole; uzupełnij je.</translation>
    </message>
    <message>
        <source>the file does not hold one label for each parcel, so it is held back; start again.</source>
        <translation>w pliku nie ma po jednej etykiecie na każdą paczkę, więc etykieta jest zatrzymana; uruchom jeszcze raz.</translation>
    </message>
    <message>
        <source>the file holds more labels than parcels, so it is held back; start again.</source>
        <translation>w pliku jest więcej etykiet niż paczek, więc etykieta jest zatrzymana; uruchom jeszcze raz.</translation>
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
        <source>the label does not fit on the paper, so it is held back; correct the printer in Settings.</source>
        <translation>etykieta nie mieści się na papierze, więc jest zatrzymana; popraw drukarkę w Ustawieniach.</translation>
    </message>
    <message>
        <source>the label file cannot be drawn, so it is held back; start again.</source>
        <translation>pliku z etykietą nie da się narysować, więc jest zatrzymana; uruchom jeszcze raz.</translation>
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
        <source>the label file takes too long to draw, so it is held back; start again.</source>
        <translation>plik z etykietą rysuje się zbyt długo, więc jest zatrzymana; uruchom jeszcze raz.</translation>
    </message>
    <message>
        <source>the label is blank, so it is held back; start again.</source>
        <translation>etykieta jest pusta, więc jest wstrzymana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label is meant for a printer of another resolution, so it is held back; correct the printer in Settings.</source>
        <translation>etykieta jest dla drukarki o innej rozdzielczości, więc jest zatrzymana; popraw drukarkę w Ustawieniach.</translation>
    </message>
    <message>
        <source>the label is not A6, so it is held back; start again.</source>
        <translation>etykieta nie ma formatu A6, więc jest wstrzymana; uruchom ponownie.</translation>
    </message>
    <message>
        <source>the label&apos;s bars are too fine to be printed readably, so it is held back; look at it.</source>
        <translation>kreski na etykiecie są za cienkie, żeby wydrukować je czytelnie, więc została zatrzymana; obejrzyj ją.</translation>
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
        <source>the offer has expired (it holds for five minutes); renew the offers and choose again.</source>
        <translation>oferta wygasła (jest ważna pięć minut); odnów oferty i wybierz jeszcze raz.</translation>
    </message>
    <message>
        <source>the offer has expired (it holds for five minutes); start again.</source>
        <translation>oferta wygasła (jest ważna pięć minut); uruchom ponownie.</translation>
    </message>
    <message>
        <source>the offers are there and nothing is bought yet; choose one.</source>
        <translation>oferty są gotowe, nic jeszcze nie kupiono; wybierz jedną.</translation>
    </message>
    <message>
        <source>the parcel is too heavy for this service; choose another one or split the parcel.</source>
        <translation>paczka jest za ciężka dla tej usługi; wybierz inną usługę albo podziel paczkę.</translation>
    </message>
    <message>
        <source>the parcel is too large for this service; choose another one or split the parcel.</source>
        <translation>paczka jest za duża dla tej usługi; wybierz inną usługę albo podziel paczkę.</translation>
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
        <source>the printer still holds labels that were sent; let them come out or cancel them at the printer, then scan again.</source>
        <translation>drukarka ma jeszcze wysłane etykiety; poczekaj, aż wyjdą, albo anuluj je na drukarce, potem zeskanuj ponownie.</translation>
    </message>
    <message>
        <source>the reference stands on several rows; say what these rows are.</source>
        <translation>ten numer referencyjny jest w kilku wierszach; powiedz, czym są te wiersze.</translation>
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
        <source>the sending method is missing; choose it in the settings (--sending-method).</source>
        <translation>brakuje sposobu nadania; wybierz go w ustawieniach (--sending-method).</translation>
    </message>
    <message>
        <source>the sending method is missing; choose one.</source>
        <translation>nie podano sposobu nadania; wybierz go.</translation>
    </message>
    <message>
        <source>the shipment has no such offer any more; renew the offers and choose again.</source>
        <translation>przesyłka nie ma już takiej oferty; odnów oferty i wybierz jeszcze raz.</translation>
    </message>
    <message>
        <source>the shipment is in a state in which this is not possible; look at the shipment again.</source>
        <translation>przy obecnym stanie przesyłki nie jest to możliwe; sprawdź ją ponownie.</translation>
    </message>
    <message>
        <source>the shipment was cancelled at InPost; if the parcel is to go, make a new one.</source>
        <translation>przesyłkę anulowano w InPost; jeśli paczka ma pojechać, utwórz nową.</translation>
    </message>
    <message>
        <source>the token has no right to this; check the account.</source>
        <translation>token nie ma do tego uprawnień; sprawdź konto.</translation>
    </message>
    <message>
        <source>the weight is missing; give it in kilograms.</source>
        <translation>nie podano wagi; podaj ją w kilogramach.</translation>
    </message>
    <message>
        <source>the weight is too low or missing; give it in kilograms.</source>
        <translation>waga jest za mała albo jej nie podano; podaj ją w kilogramach.</translation>
    </message>
    <message>
        <source>there are characters here that cannot be used; remove them.</source>
        <translation>są tu niedozwolone znaki; usuń je.</translation>
    </message>
    <message>
        <source>there is no label for it now, because its state is: {status}; look at the shipment again.</source>
        <translation>nie ma teraz etykiety, bo stan przesyłki to: {status}; sprawdź ją ponownie.</translation>
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
        <source>there is no such pickup; choose one from the list.</source>
        <translation>nie ma takiego zlecenia odbioru; wybierz je z listy.</translation>
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
        <source>this is a PaczkoPunkt, so InPost changes the service; nothing needs doing.</source>
        <translation>to PaczkoPunkt, więc InPost zmieni usługę; nie trzeba nic robić.</translation>
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
        <source>this sending method is not possible here; choose another one in the settings (--sending-method).</source>
        <translation>ten sposób nadania jest tu niemożliwy; wybierz inny w ustawieniach (--sending-method).</translation>
    </message>
    <message>
        <source>this sending method needs the point where you post the parcel; choose it.</source>
        <translation>ten sposób nadania wymaga punktu nadania; wybierz go.</translation>
    </message>
    <message>
        <source>this service cannot be posted this way; choose another sending method.</source>
        <translation>tej usługi nie można tak nadać; wybierz inny sposób nadania.</translation>
    </message>
    <message>
        <source>this service does not go to a PaczkoPunkt; choose a Paczkomat.</source>
        <translation>ta usługa nie obejmuje PaczkoPunktów; wybierz Paczkomat.</translation>
    </message>
    <message>
        <source>this service does not have one of these additional services; leave it out.</source>
        <translation>ta usługa nie ma którejś z tych usług dodatkowych; zrezygnuj z niej.</translation>
    </message>
    <message>
        <source>this service does not have this additional service; leave it out.</source>
        <translation>ta usługa nie ma tej usługi dodatkowej; zrezygnuj z niej.</translation>
    </message>
    <message>
        <source>this service does not take this size, or takes one parcel only; choose another size or send each parcel on its own.</source>
        <translation>ta usługa nie przyjmuje tego gabarytu albo przyjmuje tylko jedną paczkę; wybierz inny gabaryt albo nadaj każdą paczkę osobno.</translation>
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
        <source>this service has no extra protection; leave it out or choose another service.</source>
        <translation>ta usługa nie ma dodatkowej ochrony; zrezygnuj z niej albo wybierz inną usługę.</translation>
    </message>
    <message>
        <source>this service starts and ends at the same Paczkomat; give the same point twice.</source>
        <translation>w tej usłudze nadanie i odbiór są w tym samym Paczkomacie; podaj dwa razy ten sam punkt.</translation>
    </message>
    <message>
        <source>this service takes no non-standard parcels; choose another service.</source>
        <translation>ta usługa nie przyjmuje paczek niestandardowych; wybierz inną usługę.</translation>
    </message>
    <message>
        <source>this service takes one parcel each; make several shipments with the same data.</source>
        <translation>ta usługa przyjmuje po jednej paczce; utwórz kilka przesyłek z tymi samymi danymi.</translation>
    </message>
    <message>
        <source>this shipment is not filled in to the end; open it and correct it.</source>
        <translation>ta przesyłka nie jest wypełniona do końca; otwórz ją i uzupełnij.</translation>
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
        <source>too long; shorten it to 100 characters.</source>
        <translation>za długie; skróć do 100 znaków.</translation>
    </message>
    <message>
        <source>too long; shorten it.</source>
        <translation>za długie; skróć.</translation>
    </message>
    <message>
        <source>too many digits; write nine, without +48.</source>
        <translation>za dużo cyfr; wpisz dziewięć, bez +48.</translation>
    </message>
    <message>
        <source>too many shipments at once; take at most 100.</source>
        <translation>za dużo przesyłek naraz; weź najwyżej 100.</translation>
    </message>
    <message>
        <source>too short; check whether something is missing.</source>
        <translation>za krótkie; sprawdź, czy czegoś nie brakuje.</translation>
    </message>
    <message>
        <source>too short; write at least 3 characters, or leave it empty.</source>
        <translation>za krótkie; wpisz co najmniej 3 znaki albo zostaw puste pole.</translation>
    </message>
    <message>
        <source>waits until InPost takes Paczka w Weekend again; start it then.</source>
        <translation>czeka, aż InPost znowu przyjmie Paczkę w Weekend; wtedy uruchom wysyłkę.</translation>
    </message>
    <message>
        <source>what answers at this address is not ShipX; check --api-url or start again later.</source>
        <translation>pod tym adresem odpowiada coś innego niż ShipX; sprawdź --api-url albo uruchom ponownie później.</translation>
    </message>
    <message>
        <source>your account does not have this service; choose another one or ask InPost to add it.</source>
        <translation>Twoje konto nie ma tej usługi; wybierz inną albo poproś InPost o jej dodanie.</translation>
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
    <name>station</name>
    <message>
        <source>1: digits</source>
        <translation>1: cyfry</translation>
    </message>
    <message>
        <source>2 parcels</source>
        <translation>2 paczki</translation>
    </message>
    <message>
        <source>2: large and small letters</source>
        <translation>2: wielkie i małe litery</translation>
    </message>
    <message>
        <source>3 parcels</source>
        <translation>3 paczki</translation>
    </message>
    <message>
        <source>3: signs</source>
        <translation>3: znaki</translation>
    </message>
    <message>
        <source>4 parcels</source>
        <translation>4 paczki</translation>
    </message>
    <message>
        <source>5 parcels</source>
        <translation>5 paczek</translation>
    </message>
    <message>
        <source>6 parcels</source>
        <translation>6 paczek</translation>
    </message>
    <message>
        <source>7 parcels</source>
        <translation>7 paczek</translation>
    </message>
    <message>
        <source>8 parcels</source>
        <translation>8 paczek</translation>
    </message>
    <message>
        <source>9 parcels</source>
        <translation>9 paczek</translation>
    </message>
    <message>
        <source>A label of no order here</source>
        <translation>Etykieta nie należy do tych zamówień</translation>
    </message>
    <message>
        <source>ALREADY PRINTED</source>
        <translation>JUŻ BYŁA</translation>
    </message>
    <message>
        <source>Add one in Settings, under Printers.</source>
        <translation>Dodaj ją w Ustawieniach, w części Drukarki.</translation>
    </message>
    <message>
        <source>Another account was opened: scan what was waiting again.</source>
        <translation>Otwarto inne konto: zeskanuj ponownie to, co czekało.</translation>
    </message>
    <message>
        <source>Another window has the keyboard</source>
        <translation>Aktywne jest inne okno</translation>
    </message>
    <message>
        <source>Answer first what is on the screen.</source>
        <translation>Najpierw odpowiedz na to, co na ekranie.</translation>
    </message>
    <message>
        <source>Badges: one for each person, to sign on with</source>
        <translation>Identyfikatory: po jednym dla każdej osoby, do logowania</translation>
    </message>
    <message>
        <source>Bought, the label has not come yet</source>
        <translation>Kupiona, etykiety jeszcze nie ma</translation>
    </message>
    <message>
        <source>Buy (K)</source>
        <translation>Kup (K)</translation>
    </message>
    <message>
        <source>Buying at InPost</source>
        <translation>Kupuję w InPost</translation>
    </message>
    <message>
        <source>CONFIRM (Space)</source>
        <translation>POTWIERDZAM (spacja)</translation>
    </message>
    <message>
        <source>Cancelled at InPost</source>
        <translation>Anulowana w InPost</translation>
    </message>
    <message>
        <source>Choose by the box on the table. Nothing is bought before that.</source>
        <translation>Wybierz według pudełka na stole. Wcześniej nic nie zostanie kupione.</translation>
    </message>
    <message>
        <source>Click here, then scan again.</source>
        <translation>Kliknij tutaj i zeskanuj jeszcze raz.</translation>
    </message>
    <message>
        <source>Close the open dialog first.</source>
        <translation>Najpierw zamknij otwarte okno dialogowe.</translation>
    </message>
    <message>
        <source>Commands for the station: scan instead of typing</source>
        <translation>Polecenia stanowiska: zeskanuj zamiast naciskać klawisz</translation>
    </message>
    <message>
        <source>Correct it by a key below, or put the parcel aside.</source>
        <translation>Popraw klawiszem poniżej albo odłóż paczkę.</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nic nie rób</translation>
    </message>
    <message>
        <source>Do nothing (Esc)</source>
        <translation>Nic nie rób (Esc)</translation>
    </message>
    <message>
        <source>First paid parcel of this account. Buy it?</source>
        <translation>Pierwsza płatna paczka tego konta. Kupić?</translation>
    </message>
    <message>
        <source>From now on a scan buys without asking.</source>
        <translation>Od tej chwili skan kupuje bez pytania.</translation>
    </message>
    <message>
        <source>Go on scanning: nothing is lost.</source>
        <translation>Możesz skanować dalej: nic nie zginie.</translation>
    </message>
    <message>
        <source>Hold the scanner still and scan it again.</source>
        <translation>Trzymaj skaner nieruchomo i zeskanuj jeszcze raz.</translation>
    </message>
    <message>
        <source>IT MATCHES</source>
        <translation>ZGADZA SIĘ</translation>
    </message>
    <message>
        <source>InPost cannot be reached</source>
        <translation>Nie ma połączenia z InPost</translation>
    </message>
    <message>
        <source>InPost does not allow it</source>
        <translation>InPost na to nie pozwala</translation>
    </message>
    <message>
        <source>InPost does not know this shipment</source>
        <translation>InPost nie zna tej przesyłki</translation>
    </message>
    <message>
        <source>InPost refused it</source>
        <translation>InPost odrzucił przesyłkę</translation>
    </message>
    <message>
        <source>InPost takes long</source>
        <translation>InPost długo nie odpowiada</translation>
    </message>
    <message>
        <source>InPost takes no Paczka w Weekend now</source>
        <translation>InPost nie przyjmuje teraz Paczki w Weekend</translation>
    </message>
    <message>
        <source>InPost’s answer was lost</source>
        <translation>Odpowiedź InPost zginęła</translation>
    </message>
    <message>
        <source>It comes out of {printer}</source>
        <translation>Wychodzi z {printer}</translation>
    </message>
    <message>
        <source>It is not certain whether it was bought</source>
        <translation>Nie wiadomo, czy została kupiona</translation>
    </message>
    <message>
        <source>It may be printed already</source>
        <translation>Mogła się już wydrukować</translation>
    </message>
    <message>
        <source>It was printed beforehand.</source>
        <translation>Została wydrukowana wcześniej.</translation>
    </message>
    <message>
        <source>Its file has an open question</source>
        <translation>Jego plik czeka na odpowiedź</translation>
    </message>
    <message>
        <source>LABEL?</source>
        <translation>ETYKIETA?</translation>
    </message>
    <message>
        <source>Label check</source>
        <translation>Kontrola etykiet</translation>
    </message>
    <message>
        <source>Label check (F3)</source>
        <translation>Kontrola etykiet (F3)</translation>
    </message>
    <message>
        <source>Label matched {earlier}</source>
        <translation>Etykieta sprawdzona {earlier}</translation>
    </message>
    <message>
        <source>Labels now come out of {value}</source>
        <translation>Etykiety wychodzą teraz z {value}</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Zwolnij</translation>
    </message>
    <message>
        <source>Look at its picture on the Orders page.</source>
        <translation>Obejrzyj ją na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>Look at paper and ribbon, then print what waits with F8.</source>
        <translation>Sprawdź papier i taśmę, potem wydrukuj klawiszem F8 to, co czeka.</translation>
    </message>
    <message>
        <source>Look at the printer and the table before you print it again.</source>
        <translation>Zanim wydrukujesz jeszcze raz, sprawdź drukarkę i stół.</translation>
    </message>
    <message>
        <source>Look at the printer, then scan the order again.</source>
        <translation>Sprawdź drukarkę i zeskanuj zamówienie jeszcze raz.</translation>
    </message>
    <message>
        <source>Look whether it came out, stick it on</source>
        <translation>Sprawdź, czy wyszła, i naklej</translation>
    </message>
    <message>
        <source>Looking for the order</source>
        <translation>Szukam zamówienia</translation>
    </message>
    <message>
        <source>NOT LISTENING</source>
        <translation>NIE SŁUCHAM</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>UWAGA</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NUMER</translation>
    </message>
    <message>
        <source>New shipment (N)</source>
        <translation>Nowa przesyłka (N)</translation>
    </message>
    <message>
        <source>New shipment to this person</source>
        <translation>Nowa przesyłka do tej osoby</translation>
    </message>
    <message>
        <source>Next printer</source>
        <translation>Następna drukarka</translation>
    </message>
    <message>
        <source>No account is open yet</source>
        <translation>Żadne konto nie jest jeszcze otwarte</translation>
    </message>
    <message>
        <source>No label is waiting</source>
        <translation>Żadna etykieta nie czeka</translation>
    </message>
    <message>
        <source>Nobody has this badge</source>
        <translation>Nikt nie ma tego identyfikatora</translation>
    </message>
    <message>
        <source>Nobody here knows this code</source>
        <translation>Nieznany kod</translation>
    </message>
    <message>
        <source>Nobody is signed on</source>
        <translation>Nikt się nie zalogował</translation>
    </message>
    <message>
        <source>Nobody is signed on here yet.</source>
        <translation>Nikt się tu jeszcze nie zalogował.</translation>
    </message>
    <message>
        <source>Not bought yet</source>
        <translation>Jeszcze niekupiona</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nie opłacono</translation>
    </message>
    <message>
        <source>Not taken.</source>
        <translation>Nie przyjęto.</translation>
    </message>
    <message>
        <source>Not the label of this parcel</source>
        <translation>To nie ta etykieta</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>Nic jeszcze nie wydrukowano</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>ONE MOMENT</source>
        <translation>CHWILA</translation>
    </message>
    <message>
        <source>One label is enough for one parcel.</source>
        <translation>Na jedną paczkę wystarczy jedna etykieta.</translation>
    </message>
    <message>
        <source>One more for the last order</source>
        <translation>Jeszcze jedna do ostatniego zamówienia</translation>
    </message>
    <message>
        <source>One more parcel for the same person</source>
        <translation>Kolejna paczka do tej samej osoby</translation>
    </message>
    <message>
        <source>Only a part of a code came</source>
        <translation>Doszła tylko część kodu</translation>
    </message>
    <message>
        <source>PRINTED</source>
        <translation>WYDRUKOWANO</translation>
    </message>
    <message>
        <source>PRINTING</source>
        <translation>DRUKUJĘ</translation>
    </message>
    <message>
        <source>Paczka w Weekend: no</source>
        <translation>Paczka w Weekend: nie</translation>
    </message>
    <message>
        <source>Paczka w Weekend: yes</source>
        <translation>Paczka w Weekend: tak</translation>
    </message>
    <message>
        <source>Print the last label again</source>
        <translation>Drukuj ponownie ostatnią etykietę</translation>
    </message>
    <message>
        <source>Print the same one again</source>
        <translation>Drukuj tę samą jeszcze raz</translation>
    </message>
    <message>
        <source>Print what has waited</source>
        <translation>Drukuj spóźnione etykiety</translation>
    </message>
    <message>
        <source>Printed {earlier}</source>
        <translation>Wydrukowano {earlier}</translation>
    </message>
    <message>
        <source>Put the parcel aside and answer it on the Orders page.</source>
        <translation>Odłóż paczkę i odpowiedz na pytanie na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>Put the parcel aside and choose on the Orders page.</source>
        <translation>Odłóż paczkę i wybierz ofertę na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>Put the parcel aside and correct it on the Orders page.</source>
        <translation>Odłóż paczkę i popraw zamówienie na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>Put the parcel aside and decide on the Orders page, under To be settled.</source>
        <translation>Odłóż paczkę i rozstrzygnij to na stronie Zamówienia, w Do wyjaśnienia.</translation>
    </message>
    <message>
        <source>Put the parcel aside and look it up in Manager Paczek.</source>
        <translation>Odłóż paczkę i sprawdź ją w Managerze Paczek.</translation>
    </message>
    <message>
        <source>Put the parcel aside and scan it again later.</source>
        <translation>Odłóż paczkę i zeskanuj ją później.</translation>
    </message>
    <message>
        <source>Put the parcel aside and scan the next one: the label will be offered.</source>
        <translation>Odłóż paczkę i skanuj następną: etykieta będzie do wydruku.</translation>
    </message>
    <message>
        <source>Put the parcel aside and see to the account at InPost.</source>
        <translation>Odłóż paczkę i sprawdź konto w InPost.</translation>
    </message>
    <message>
        <source>Put the parcel aside, or open the list on the Orders page.</source>
        <translation>Odłóż paczkę albo otwórz listę na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>Put the parcel aside, or send it without.</source>
        <translation>Odłóż paczkę albo wyślij ją bez tej usługi.</translation>
    </message>
    <message>
        <source>Put the parcel aside. F8 prints what waits.</source>
        <translation>Odłóż paczkę. F8 drukuje to, co czeka.</translation>
    </message>
    <message>
        <source>Put the parcel aside. Its label has to be bought first, on the Orders page.</source>
        <translation>Odłóż paczkę. Najpierw trzeba kupić jej etykietę na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>Put the parcel aside. Somebody decided that it must not go yet.</source>
        <translation>Odłóż paczkę. Ktoś zdecydował, że jeszcze nie wychodzi.</translation>
    </message>
    <message>
        <source>Put the parcel aside. The token has to be checked in Settings.</source>
        <translation>Odłóż paczkę. Trzeba sprawdzić token w Ustawieniach.</translation>
    </message>
    <message>
        <source>Put the parcel aside: it is being found out, nothing is bought twice.</source>
        <translation>Odłóż paczkę: program to wyjaśnia i niczego nie kupi dwa razy.</translation>
    </message>
    <message>
        <source>Put the parcel aside: its label is offered when InPost answers again.</source>
        <translation>Odłóż paczkę: gdy InPost znów odpowie, etykieta będzie do wydruku.</translation>
    </message>
    <message>
        <source>Put the parcel aside: the label will be offered.</source>
        <translation>Odłóż paczkę: etykieta będzie do wydruku.</translation>
    </message>
    <message>
        <source>QUESTION</source>
        <translation>PYTANIE</translation>
    </message>
    <message>
        <source>SCAN</source>
        <translation>SKANUJ</translation>
    </message>
    <message>
        <source>SENT TO THE PRINTER</source>
        <translation>WYSŁANO DO DRUKARKI</translation>
    </message>
    <message>
        <source>SIZE {value}</source>
        <translation>GABARYT {value}</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>STOP</translation>
    </message>
    <message>
        <source>Scan a badge to work here.</source>
        <translation>Żeby tu pracować, zeskanuj identyfikator.</translation>
    </message>
    <message>
        <source>Scan an order</source>
        <translation>Zeskanuj zamówienie</translation>
    </message>
    <message>
        <source>Scan an order first.</source>
        <translation>Najpierw zeskanuj zamówienie.</translation>
    </message>
    <message>
        <source>Scan an order to go on.</source>
        <translation>Żeby iść dalej, zeskanuj zamówienie.</translation>
    </message>
    <message>
        <source>Scan an order, then the label on its parcel.</source>
        <translation>Zeskanuj zamówienie, a potem etykietę na jego paczce.</translation>
    </message>
    <message>
        <source>Scan an order.</source>
        <translation>Zeskanuj zamówienie.</translation>
    </message>
    <message>
        <source>Scan an order: its label prints.</source>
        <translation>Zeskanuj zamówienie, a wydrukuje się etykieta.</translation>
    </message>
    <message>
        <source>Scan another one, or add the person in Settings.</source>
        <translation>Zeskanuj inny albo dodaj osobę w Ustawieniach.</translation>
    </message>
    <message>
        <source>Scan the code of the order, not of the goods.</source>
        <translation>Zeskanuj kod zamówienia, a nie towaru.</translation>
    </message>
    <message>
        <source>Scan the code of the order.</source>
        <translation>Zeskanuj kod zamówienia.</translation>
    </message>
    <message>
        <source>Scan the label of this order</source>
        <translation>Zeskanuj etykietę tego zamówienia</translation>
    </message>
    <message>
        <source>Scan the label that just came out</source>
        <translation>Zeskanuj etykietę, która właśnie wyszła</translation>
    </message>
    <message>
        <source>Scan the order this is for</source>
        <translation>Zeskanuj zamówienie, którego to dotyczy</translation>
    </message>
    <message>
        <source>Scan the order’s own code, or import the file it is in.</source>
        <translation>Zeskanuj kod zamówienia albo wczytaj plik, w którym ono jest.</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Zeskanuj identyfikator</translation>
    </message>
    <message>
        <source>Scan your badge first, then the order.</source>
        <translation>Zeskanuj najpierw swój identyfikator, potem zamówienie.</translation>
    </message>
    <message>
        <source>Several orders carry this code.</source>
        <translation>Ten kod ma kilka zamówień.</translation>
    </message>
    <message>
        <source>Shipment {value}. Put the parcel aside and ask.</source>
        <translation>Przesyłka {value}. Odłóż paczkę i zapytaj.</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Wysyłka</translation>
    </message>
    <message>
        <source>Shipping (F2)</source>
        <translation>Wysyłka (F2)</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Wyloguj</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Wylogowano</translation>
    </message>
    <message>
        <source>Signed on: {value}</source>
        <translation>Przy stanowisku: {value}</translation>
    </message>
    <message>
        <source>Size A</source>
        <translation>Gabaryt A</translation>
    </message>
    <message>
        <source>Size B</source>
        <translation>Gabaryt B</translation>
    </message>
    <message>
        <source>Size C</source>
        <translation>Gabaryt C</translation>
    </message>
    <message>
        <source>Size {value}</source>
        <translation>Gabaryt {value}</translation>
    </message>
    <message>
        <source>So that it is known to be readable.</source>
        <translation>Będzie wiadomo, że daje się odczytać.</translation>
    </message>
    <message>
        <source>Somebody has to choose an offer</source>
        <translation>Trzeba wybrać ofertę</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Stick it on and put the parcel aside</source>
        <translation>Naklej i odłóż paczkę</translation>
    </message>
    <message>
        <source>Stick it on and put the parcel aside.</source>
        <translation>Naklej i odłóż paczkę.</translation>
    </message>
    <message>
        <source>Stick it on the next parcel of this order.</source>
        <translation>Naklej ją na następną paczkę tego zamówienia.</translation>
    </message>
    <message>
        <source>Take it off the parcel and put it aside.</source>
        <translation>Zdejmij ją z paczki i odłóż na bok.</translation>
    </message>
    <message>
        <source>Take it off the parcel, then scan the right one.</source>
        <translation>Zdejmij ją z paczki i zeskanuj właściwą.</translation>
    </message>
    <message>
        <source>Take them there from the next order on.</source>
        <translation>Od następnego zamówienia odbieraj je tam.</translation>
    </message>
    <message>
        <source>Teach me your scanner: scan all three, one after the other</source>
        <translation>Naucz mnie swojego skanera: zeskanuj wszystkie trzy kody po kolei</translation>
    </message>
    <message>
        <source>Tear it up, look at ribbon and print head, then print it again.</source>
        <translation>Podrzyj ją, sprawdź taśmę i głowicę, potem wydrukuj jeszcze raz.</translation>
    </message>
    <message>
        <source>Tear it up. The new one is the one that counts.</source>
        <translation>Podrzyj ją. Liczy się tylko nowa.</translation>
    </message>
    <message>
        <source>Tear up its label and put the parcel aside.</source>
        <translation>Podrzyj etykietę i odłóż paczkę na bok.</translation>
    </message>
    <message>
        <source>Tear up the old one, so that it is not stuck on anything.</source>
        <translation>Podrzyj starą, żeby nie trafiła na inną paczkę.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>To się nie udało</translation>
    </message>
    <message>
        <source>The label belongs to this order</source>
        <translation>To etykieta tego zamówienia</translation>
    </message>
    <message>
        <source>The label came too late to print by itself</source>
        <translation>Etykieta przyszła za późno, by wydrukować się sama</translation>
    </message>
    <message>
        <source>The label is held back</source>
        <translation>Etykieta jest wstrzymana</translation>
    </message>
    <message>
        <source>The label is on its way to the printer</source>
        <translation>Etykieta idzie do drukarki</translation>
    </message>
    <message>
        <source>The label prints as soon as it is there.</source>
        <translation>Etykieta wydrukuje się, gdy tylko przyjdzie.</translation>
    </message>
    <message>
        <source>The label that came out cannot be read</source>
        <translation>Wydrukowanej etykiety nie da się odczytać</translation>
    </message>
    <message>
        <source>The list of this order is closed</source>
        <translation>Lista z tym zamówieniem jest zamknięta</translation>
    </message>
    <message>
        <source>The printer cannot print now</source>
        <translation>Drukarka nie może teraz drukować</translation>
    </message>
    <message>
        <source>The printer did not take it</source>
        <translation>Drukarka jej nie przyjęła</translation>
    </message>
    <message>
        <source>The same code twice in a row counts once.</source>
        <translation>Dwa razy ten sam kod liczy się raz.</translation>
    </message>
    <message>
        <source>The same label once more</source>
        <translation>Ta sama etykieta jeszcze raz</translation>
    </message>
    <message>
        <source>The same one again (R)</source>
        <translation>Ta sama jeszcze raz (R)</translation>
    </message>
    <message>
        <source>Then scan the next order.</source>
        <translation>Potem zeskanuj następne zamówienie.</translation>
    </message>
    <message>
        <source>There is no other printer</source>
        <translation>Nie ma drugiej drukarki</translation>
    </message>
    <message>
        <source>This is the code of a locker or point</source>
        <translation>To kod Paczkomatu lub punktu</translation>
    </message>
    <message>
        <source>This is the code of a product</source>
        <translation>To kod towaru</translation>
    </message>
    <message>
        <source>This label was replaced</source>
        <translation>Ta etykieta została wymieniona</translation>
    </message>
    <message>
        <source>This order cannot be sent like this</source>
        <translation>Tak tego zamówienia nie da się nadać</translation>
    </message>
    <message>
        <source>This order is held back</source>
        <translation>To zamówienie jest wstrzymane</translation>
    </message>
    <message>
        <source>This order was sent before</source>
        <translation>To zamówienie było już wysłane</translation>
    </message>
    <message>
        <source>This parcel is done.</source>
        <translation>Ta paczka jest gotowa.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Rozumiem</translation>
    </message>
    <message>
        <source>WAITS</source>
        <translation>CZEKA</translation>
    </message>
    <message>
        <source>WITH WEEKEND</source>
        <translation>W WEEKEND</translation>
    </message>
    <message>
        <source>WITHOUT WEEKEND</source>
        <translation>BEZ WEEKENDU</translation>
    </message>
    <message>
        <source>Wait a moment, or open one in Settings.</source>
        <translation>Poczekaj chwilę albo otwórz konto w Ustawieniach.</translation>
    </message>
    <message>
        <source>Wait for it.</source>
        <translation>Poczekaj na nią.</translation>
    </message>
    <message>
        <source>Wait for the label of the last order, then scan it again.</source>
        <translation>Poczekaj na etykietę ostatniego zamówienia i zeskanuj kod jeszcze raz.</translation>
    </message>
    <message>
        <source>Which order is it?</source>
        <translation>Które to zamówienie?</translation>
    </message>
    <message>
        <source>Which size?</source>
        <translation>Jaki gabaryt?</translation>
    </message>
    <message>
        <source>Whose label this is</source>
        <translation>Czyja to etykieta</translation>
    </message>
    <message>
        <source>Yes, buy and print</source>
        <translation>Tak, kup i drukuj</translation>
    </message>
    <message>
        <source>a second number</source>
        <translation>drugi numer przesyłki</translation>
    </message>
    <message>
        <source>and do so from now on without asking</source>
        <translation>odtąd już bez pytania</translation>
    </message>
    <message>
        <source>before</source>
        <translation>wcześniej</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowana</translation>
    </message>
    <message>
        <source>corrects the order, then its label prints</source>
        <translation>poprawia zamówienie i drukuje etykietę</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>nie udało się</translation>
    </message>
    <message>
        <source>everything stays as it is</source>
        <translation>wszystko zostaje tak, jak jest</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>przerwano</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>wstrzymane</translation>
    </message>
    <message>
        <source>it costs {price}</source>
        <translation>koszt: {price}</translation>
    </message>
    <message>
        <source>it counts for one order; Esc takes it back</source>
        <translation>dotyczy jednego zamówienia; Esc to cofa</translation>
    </message>
    <message>
        <source>it is no longer held back</source>
        <translation>zamówienie nie jest już wstrzymane</translation>
    </message>
    <message>
        <source>label held back</source>
        <translation>etykieta wstrzymana</translation>
    </message>
    <message>
        <source>label matches</source>
        <translation>etykieta zgodna</translation>
    </message>
    <message>
        <source>label replaced</source>
        <translation>etykieta wymieniona</translation>
    </message>
    <message>
        <source>list closed</source>
        <translation>zamknięta lista</translation>
    </message>
    <message>
        <source>maybe printed</source>
        <translation>może wydrukowana</translation>
    </message>
    <message>
        <source>no Weekend now</source>
        <translation>teraz bez Weekendu</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>brak zgody InPost</translation>
    </message>
    <message>
        <source>not bought</source>
        <translation>niekupiona</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>nieopłacona</translation>
    </message>
    <message>
        <source>offer to choose</source>
        <translation>wybór oferty</translation>
    </message>
    <message>
        <source>one more parcel</source>
        <translation>kolejna paczka</translation>
    </message>
    <message>
        <source>open question</source>
        <translation>pytanie do pliku</translation>
    </message>
    <message>
        <source>or a label, to see whose it is</source>
        <translation>albo etykietę, żeby zobaczyć, czyja jest</translation>
    </message>
    <message>
        <source>or scan CONFIRM from the command sheet</source>
        <translation>albo zeskanuj POTWIERDZAM z arkusza poleceń</translation>
    </message>
    <message>
        <source>printed again</source>
        <translation>dodruk</translation>
    </message>
    <message>
        <source>printed late</source>
        <translation>wydruk z kolejki</translation>
    </message>
    <message>
        <source>printer failed</source>
        <translation>błąd drukarki</translation>
    </message>
    <message>
        <source>refused by InPost</source>
        <translation>odrzucona w InPost</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>wymieniona</translation>
    </message>
    <message>
        <source>scan not taken</source>
        <translation>skan nieprzyjęty</translation>
    </message>
    <message>
        <source>sent before</source>
        <translation>już wysłane</translation>
    </message>
    <message>
        <source>signed off</source>
        <translation>wylogowanie</translation>
    </message>
    <message>
        <source>signed on</source>
        <translation>logowanie</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymana</translation>
    </message>
    <message>
        <source>strange label</source>
        <translation>obca etykieta</translation>
    </message>
    <message>
        <source>the same number, no charge</source>
        <translation>ten sam numer przesyłki, bez opłaty</translation>
    </message>
    <message>
        <source>this costs a shipment</source>
        <translation>płatne jak przesyłka</translation>
    </message>
    <message>
        <source>to be corrected</source>
        <translation>do poprawy</translation>
    </message>
    <message>
        <source>to be settled</source>
        <translation>do wyjaśnienia</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>dziś {time}</translation>
    </message>
    <message>
        <source>unknown code</source>
        <translation>nieznany kod</translation>
    </message>
    <message>
        <source>unknown to InPost</source>
        <translation>nieznana w InPost</translation>
    </message>
    <message>
        <source>unreadable label</source>
        <translation>nieczytelna etykieta</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>czeka</translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation>nie ta etykieta</translation>
    </message>
    <message>
        <source>{value} cannot print now. Take it from there and stick it on.</source>
        <translation>{value} nie może teraz drukować. Odbierz ją stamtąd i naklej.</translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>(InPost request {id})</source>
        <translation>(zapytanie do InPost {id})</translation>
    </message>
    <message>
        <source>A part of the label would not come out on this paper. Correct the printer&apos;s paper and shift in Settings; print it anyway only if nothing is missing in the picture.</source>
        <translation>Część etykiety nie zmieści się na tym papierze. Popraw papier i przesunięcie drukarki w Ustawieniach; wydrukuj ją mimo to tylko wtedy, gdy na podglądzie niczego nie brakuje.</translation>
    </message>
    <message>
        <source>A password is not kept with the proxy {place}, where others could read it. Enter the proxy without it, and set HTTPS_PROXY with name and password for InPost Desk.</source>
        <translation>Hasło nie jest zapisywane przy serwerze proxy {place}, bo inni mogliby je przeczytać. Wpisz serwer proxy bez hasła, a dla InPost Desk ustaw zmienną HTTPS_PROXY z nazwą i hasłem.</translation>
    </message>
    <message>
        <source>A question needs an answer: {detail}</source>
        <translation>Potrzebna jest odpowiedź na pytanie: {detail}</translation>
    </message>
    <message>
        <source>A run, the station or the printer is at work. Wait until that has ended, and try again. Nothing was changed.</source>
        <translation>Trwa przebieg albo pracuje stanowisko lub drukarka. Poczekaj, aż skończą, i spróbuj ponownie. Nic nie zostało zmienione.</translation>
    </message>
    <message>
        <source>A window or command has the ledger {place} open. Close the window, wait until commands have ended, and try again. Nothing was changed.</source>
        <translation>Rejestr {place} jest otwarty w innym oknie lub poleceniu. Zamknij okno, poczekaj na koniec poleceń i spróbuj ponownie. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>An error at InPost. Start again later: nothing is bought twice.</source>
        <translation>Błąd po stronie InPost. Uruchom ponownie później: nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>Another InPost API answers here, not ShipX. Check --api-url.</source>
        <translation>Odpowiada tu inne API InPost, nie ShipX. Sprawdź --api-url.</translation>
    </message>
    <message>
        <source>Another parcel&apos;s number</source>
        <translation>Numer innej paczki</translation>
    </message>
    <message>
        <source>Another program already uses {place}. Choose another port, or end that program.</source>
        <translation>Inny program używa już {place}. Wybierz inny port albo zamknij tamten program.</translation>
    </message>
    <message>
        <source>Another program holds the ledger {place}. Start again in a moment.</source>
        <translation>Rejestr przesyłek {place} jest zajęty przez inny program. Uruchom ponownie za chwilę.</translation>
    </message>
    <message>
        <source>Another size than A6</source>
        <translation>Inny format niż A6</translation>
    </message>
    <message>
        <source>Another window or command is just making a copy. Wait until it has ended.</source>
        <translation>Inne okno lub polecenie właśnie robi kopię. Poczekaj, aż skończy.</translation>
    </message>
    <message>
        <source>Bar code not readable</source>
        <translation>Nieczytelny kod kreskowy</translation>
    </message>
    <message>
        <source>Bars not readable</source>
        <translation>Nieczytelne kreski kodu</translation>
    </message>
    <message>
        <source>Beyond the paper</source>
        <translation>Poza papierem</translation>
    </message>
    <message>
        <source>Cannot be drawn</source>
        <translation>Nie da się narysować</translation>
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
        <source>Copies of several computers are here. Name one of these folders: {place}.</source>
        <translation>Są tu kopie z kilku komputerów. Podaj jeden z tych folderów: {place}.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Pusta</translation>
    </message>
    <message>
        <source>File damaged</source>
        <translation>Uszkodzony plik</translation>
    </message>
    <message>
        <source>File locked</source>
        <translation>Zablokowany plik</translation>
    </message>
    <message>
        <source>For another printer</source>
        <translation>Dla innej drukarki</translation>
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
        <source>InPost has been out of reach for a while, so nothing was sent. What was bought is kept; try again when the connection is back.</source>
        <translation>InPost od pewnego czasu nie odpowiada, więc nic nie wysłano. To, co kupiono, jest zachowane; spróbuj ponownie, gdy połączenie wróci.</translation>
    </message>
    <message>
        <source>InPost sent something that is no label. Fetch it again.</source>
        <translation>InPost przysłał coś, co nie jest etykietą. Pobierz ją ponownie.</translation>
    </message>
    <message>
        <source>InPost&apos;s answer was lost. Start again: nothing is bought twice.</source>
        <translation>Odpowiedź InPost przepadła. Uruchom ponownie: nic nie zostanie kupione dwa razy.</translation>
    </message>
    <message>
        <source>InPost&apos;s commands are meant for a printer of another resolution. Correct the printer&apos;s resolution in Settings, or switch InPost&apos;s own commands off there.</source>
        <translation>Polecenia InPost są dla drukarki o innej rozdzielczości. Popraw rozdzielczość drukarki w Ustawieniach albo wyłącz tam polecenia InPost.</translation>
    </message>
    <message>
        <source>InPost&apos;s report of cash on delivery cannot be read: download it in Manager Paczek and try again later.</source>
        <translation>Nie da się odczytać raportu pobrań InPost: pobierz go w Managerze Paczek i spróbuj później.</translation>
    </message>
    <message>
        <source>It was replaced by another shipment before; nothing was bought.</source>
        <translation>Już wcześniej wymieniono ją na inną przesyłkę; niczego nie kupiono.</translation>
    </message>
    <message>
        <source>No folder was chosen for copies. Choose one in Settings, or say --to FOLDER.</source>
        <translation>Nie wybrano folderu na kopie. Wybierz go w Ustawieniach albo podaj --to FOLDER.</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Brak etykiety</translation>
    </message>
    <message>
        <source>No printer has been chosen yet. Choose one in Settings.</source>
        <translation>Nie wybrano jeszcze drukarki. Wybierz ją w Ustawieniach.</translation>
    </message>
    <message>
        <source>No safe connection to InPost could be made. Check this computer&apos;s clock and ask whoever runs the network; what was bought is kept.</source>
        <translation>Nie udało się bezpiecznie połączyć z InPost. Sprawdź zegar komputera i zapytaj administratora sieci; to, co kupiono, jest zapisane.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether InPost has this pickup: look at the pickups, then try again.</source>
        <translation>Nie wiadomo jeszcze, czy InPost ma to zlecenie odbioru: sprawdź zlecenia, potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Not a label</source>
        <translation>To nie etykieta</translation>
    </message>
    <message>
        <source>Not one label for each parcel</source>
        <translation>Etykiet jest inaczej niż paczek</translation>
    </message>
    <message>
        <source>Paczka w Weekend while InPost takes none: {detail}. Say --weekend wait to leave these rows for later or --weekend standard to send them without it. Nothing was bought.</source>
        <translation>Paczka w Weekend, gdy InPost jej nie przyjmuje: {detail}. Podaj --weekend wait, aby zostawić te wiersze na później, albo --weekend standard, aby wysłać je bez niej. Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>References that were sent before: {detail}. Say --duplicates skip to leave them out or --duplicates again to send them once more. Nothing was bought.</source>
        <translation>Numery referencyjne wysłane już wcześniej: {detail}. Podaj --duplicates skip, aby je pominąć, albo --duplicates again, aby wysłać je jeszcze raz. Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>Restoring the ledger {place} was cut short. Restore it once more: in the window under Settings → Data, or with “inpost-desk restore FOLDER”. Nothing was sent.</source>
        <translation>Przywracanie rejestru {place} zostało przerwane. Przywróć go jeszcze raz: w oknie w Ustawienia → Dane albo poleceniem „inpost-desk restore FOLDER”. Niczego nie wysłano.</translation>
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
        <source>The bar code cannot be read as it would come out of the printer. Fetch the label again; print it anyway only if the picture looks right.</source>
        <translation>Kodu kreskowego nie da się odczytać tak, jak wyszedłby z drukarki. Pobierz etykietę ponownie; wydrukuj ją mimo to tylko wtedy, gdy na podglądzie wygląda dobrze.</translation>
    </message>
    <message>
        <source>The bars would come out too fine to be read; only the square code can be. Fetch the label again, or print it anyway.</source>
        <translation>Kreski kodu wyszłyby zbyt cienkie, żeby je odczytać; czytelny jest tylko kod kwadratowy. Pobierz etykietę ponownie albo wydrukuj ją mimo to.</translation>
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
        <source>The driver of the printer {place} has smaller paper set ({detail}), so labels would be cut. Set the same paper there and in Settings, then print again; nothing was printed.</source>
        <translation>Sterownik drukarki {place} ma ustawiony mniejszy papier ({detail}), więc etykiety zostałyby obcięte. Ustaw ten sam papier tam i w Ustawieniach i wydrukuj ponownie; nic nie wydrukowano.</translation>
    </message>
    <message>
        <source>The file does not hold one label for each parcel of this shipment. Fetch it again; if it stays so, print it in Manager Paczek.</source>
        <translation>W pliku nie ma po jednej etykiecie na każdą paczkę tej przesyłki. Pobierz ją ponownie; jeśli to nie pomoże, wydrukuj ją w Managerze Paczek.</translation>
    </message>
    <message>
        <source>The label carries another number than this parcel&apos;s, so it must not be stuck on it. Fetch it again.</source>
        <translation>Na etykiecie jest inny numer niż numer tej paczki, więc nie wolno jej nakleić. Pobierz ją ponownie.</translation>
    </message>
    <message>
        <source>The label file cannot be drawn, so nobody can say what would come out. Fetch it again; if it stays so, print it in Manager Paczek.</source>
        <translation>Pliku z etykietą nie da się narysować, więc nie wiadomo, co by wyszło. Pobierz ją ponownie; jeśli to nie pomoże, wydrukuj ją w Managerze Paczek.</translation>
    </message>
    <message>
        <source>The label file is damaged. Fetch it again.</source>
        <translation>Plik z etykietą jest uszkodzony. Pobierz ją ponownie.</translation>
    </message>
    <message>
        <source>The label file is locked by a password. Fetch it again.</source>
        <translation>Plik z etykietą jest zabezpieczony hasłem. Pobierz ją ponownie.</translation>
    </message>
    <message>
        <source>The label is empty: blank paper would come out. Fetch it again.</source>
        <translation>Etykieta jest pusta: wyszedłby czysty papier. Pobierz ją ponownie.</translation>
    </message>
    <message>
        <source>The label is not as large as a label should be. Print it anyway if the picture looks right, else fetch it again.</source>
        <translation>Etykieta ma inny format niż powinna. Wydrukuj ją mimo to, jeśli na podglądzie wygląda dobrze; jeśli nie, pobierz ją ponownie.</translation>
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
        <translation>Jedyny pęk kluczy w tym systemie trzyma je jawnym tekstem. Zainstaluj gnome-keyring lub KWallet albo podaj token w INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>The printer {place} cannot print PDF. Choose another one in Settings.</source>
        <translation>Drukarka {place} nie drukuje plików PDF. Wybierz inną w Ustawieniach.</translation>
    </message>
    <message>
        <source>The printer {place} cannot print now. Look at paper, ribbon and cover; nothing was printed.</source>
        <translation>Drukarka {place} nie może teraz drukować. Sprawdź papier, taśmę i pokrywę; nic nie wydrukowano.</translation>
    </message>
    <message>
        <source>The printer {place} did not take the document ({detail}). Check the printer and print again.</source>
        <translation>Drukarka {place} nie przyjęła dokumentu ({detail}). Sprawdź drukarkę i wydrukuj jeszcze raz.</translation>
    </message>
    <message>
        <source>The printer {place} does not take this kind of document ({detail}). Choose its language again in Settings; nothing was printed.</source>
        <translation>Drukarka {place} nie przyjmuje dokumentów tego rodzaju ({detail}). Wybierz jeszcze raz jej język w Ustawieniach; nic nie wydrukowano.</translation>
    </message>
    <message>
        <source>The printer {place} takes no documents. Allow it to in the system&apos;s printer settings, then print again.</source>
        <translation>Drukarka {place} nie przyjmuje dokumentów. Włącz przyjmowanie w ustawieniach drukarek systemu i wydrukuj jeszcze raz.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let InPost through. Ask whoever runs the network, then start again: what was bought is kept.</source>
        <translation>Proxy tej sieci nie przepuszcza połączeń z InPost. Zapytaj administratora sieci i uruchom ponownie: to, co kupiono, jest zapisane.</translation>
    </message>
    <message>
        <source>The queue {place} does not know this paper ({detail}), so the label would come out in the wrong place. Add the paper in the system&apos;s printer settings, or choose another one in Settings; nothing was printed.</source>
        <translation>Kolejka {place} nie zna tego papieru ({detail}), więc etykieta wyszłaby w złym miejscu. Dodaj ten papier w ustawieniach drukarki w systemie albo wybierz inny w Ustawieniach; nic nie wydrukowano.</translation>
    </message>
    <message>
        <source>The queue {place} does not pass on printer commands (ZPL, EPL). Choose PDF or pixels for it in Settings, or use a raw queue; nothing was printed.</source>
        <translation>Kolejka {place} nie przekazuje poleceń drukarki (ZPL, EPL). Wybierz dla niej w Ustawieniach PDF albo piksele lub użyj kolejki surowej (raw); nic nie wydrukowano.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used ({detail}). Unlock it, or pass the token in INPOST_DESK_TOKEN.</source>
        <translation>Nie można użyć systemowego pęku kluczy ({detail}). Odblokuj go albo podaj token w INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked. Unlock it and try again.</source>
        <translation>Systemowy pęk kluczy jest zablokowany. Odblokuj go i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The token in the keyring is damaged. Run “inpost-desk account add” once more.</source>
        <translation>Token w pęku kluczy jest uszkodzony. Uruchom jeszcze raz „inpost-desk account add”.</translation>
    </message>
    <message>
        <source>The token is right, but has no right to this organisation. Check the number (--organization) and in Manager Paczek the rights of the token.</source>
        <translation>Token jest dobry, ale nie ma uprawnień do tej organizacji. Sprawdź jej numer (--organization) i uprawnienia tokenu w Managerze Paczek.</translation>
    </message>
    <message>
        <source>There is no label file of this parcel. Fetch it again.</source>
        <translation>Nie ma pliku z etykietą tej paczki. Pobierz ją ponownie.</translation>
    </message>
    <message>
        <source>There is no printer {place} any more. Choose another one in Settings.</source>
        <translation>Nie ma już drukarki {place}. Wybierz inną w Ustawieniach.</translation>
    </message>
    <message>
        <source>There is no room for documents that wait for the printer {place}. Free some disk space, then print again; nothing was printed.</source>
        <translation>Brak miejsca na dokumenty czekające na drukarkę {place}. Zwolnij miejsce na dysku i wydrukuj ponownie; nic nie wydrukowano.</translation>
    </message>
    <message>
        <source>There is no token for this account. Run “inpost-desk account add”, or set INPOST_DESK_TOKEN.</source>
        <translation>Nie ma tokenu dla tego konta. Uruchom „inpost-desk account add” albo ustaw INPOST_DESK_TOKEN.</translation>
    </message>
    <message>
        <source>This account was moved to another computer on {detail}, so nothing is sent from here. Go on there. If it is to go on here after all, say so here, in the window under Settings → Data or with “inpost-desk data stay”, and send nothing there any more.</source>
        <translation>To konto przeniesiono dnia {detail} na inny komputer, więc stąd nic nie jest wysyłane. Pracuj dalej tam. Jeśli praca ma jednak toczyć się tutaj, potwierdź to tu: w oknie w Ustawienia → Dane albo poleceniem „inpost-desk data stay”, a stamtąd nic już nie wysyłaj.</translation>
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
        <source>This ledger was restored a moment ago, and InPost may still be making what was asked for just before. Try again in {detail} min: nothing is bought twice then. Nothing was sent.</source>
        <translation>Ten rejestr dopiero co przywrócono, a InPost może jeszcze tworzyć to, o co proszono tuż przedtem. Spróbuj ponownie za {detail} min: wtedy nic nie zostanie kupione dwa razy. Nic nie wysłano.</translation>
    </message>
    <message>
        <source>This ledger was restored from the copy of {detail}. Before anything is sent the program has to read at InPost what was bought since then: go online and try again. Nothing was sent.</source>
        <translation>Ten rejestr pochodzi z kopii z dnia {detail}. Zanim cokolwiek zostanie wysłane, program musi odczytać z InPost, co kupiono od tego czasu: połącz się z internetem i spróbuj ponownie. Nic nie wysłano.</translation>
    </message>
    <message>
        <source>This reference was sent before (shipment {detail}). Say whether it is to be sent once more. Nothing was bought.</source>
        <translation>Ten numer referencyjny był już wysłany (przesyłka {detail}). Zdecyduj, czy wysłać go jeszcze raz. Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>This system has no keyring. Install gnome-keyring or KWallet, or pass the token in INPOST_DESK_TOKEN.</source>
        <translation>Ten system nie ma pęku kluczy. Zainstaluj gnome-keyring lub KWallet albo podaj token w INPOST_DESK_TOKEN.</translation>
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
        <source>This user may not listen at {place}. Choose a port above 1024.</source>
        <translation>Ten użytkownik nie może odbierać na {place}. Wybierz port powyżej 1024.</translation>
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
        <source>You may not use the printer {place}. Ask whoever looks after this computer.</source>
        <translation>Nie masz prawa do drukarki {place}. Zwróć się do osoby, która opiekuje się tym komputerem.</translation>
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
        <source>{place} does not answer. Switch the printer on, or check the network or the printing system, then print again; nothing was printed.</source>
        <translation>{place} nie odpowiada. Włącz drukarkę albo sprawdź sieć lub system druku i wydrukuj ponownie; nic nie wydrukowano.</translation>
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
        <source>{place} is in the program&apos;s own data: whatever takes the data would take the copies along. Choose a folder on another disk.</source>
        <translation>{place} leży wśród danych programu: co zabierze dane, zabierze też kopie. Wybierz folder na innym dysku.</translation>
    </message>
    <message>
        <source>{place} is in use by another program. Close it there and start again.</source>
        <translation>{place}: plik jest otwarty w innym programie. Zamknij go tam i uruchom ponownie.</translation>
    </message>
    <message>
        <source>{place} is kept in step with a cloud (OneDrive, Dropbox, Google Drive, iCloud), where a ledger is not safe. Choose a --data-dir outside of it.</source>
        <translation>Folder {place} jest synchronizowany z chmurą (OneDrive, Dropbox, Dysk Google, iCloud), a tam rejestr przesyłek nie jest bezpieczny. Wybierz --data-dir poza nim.</translation>
    </message>
    <message>
        <source>{place} is neither CSV nor XLSX nor ODS. Export the orders once more.</source>
        <translation>{place}: to nie jest CSV, XLSX ani ODS. Wyeksportuj zamówienia jeszcze raz.</translation>
    </message>
    <message>
        <source>{place} is no address of this computer. Use 127.0.0.1 or 0.0.0.0.</source>
        <translation>{place} nie jest adresem tego komputera. Użyj 127.0.0.1 lub 0.0.0.0.</translation>
    </message>
    <message>
        <source>{place} is on a network share, where a ledger is not safe. Choose a local --data-dir.</source>
        <translation>{place} jest na dysku sieciowym, a tam rejestr przesyłek nie jest bezpieczny. Wskaż folder na tym komputerze (--data-dir).</translation>
    </message>
    <message>
        <source>{place} is open in another program, such as Excel. Close it there and try again.</source>
        <translation>{place} jest otwarty w innym programie, na przykład w Excelu. Zamknij go tam i spróbuj ponownie.</translation>
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
        <source>{place} took the document, or part of it, and did not confirm it, so it may have been printed. Look at the paper before you print again.</source>
        <translation>{place}: dokument został przyjęty w całości lub w części, ale bez potwierdzenia, więc mógł się wydrukować. Zanim wydrukujesz ponownie, sprawdź, co wyszło z drukarki.</translation>
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
        <source>{place}: name a file that ends in .csv, .txt, .tsv or .xlsx.</source>
        <translation>{place}: podaj plik z końcówką .csv, .txt, .tsv lub .xlsx.</translation>
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
        <source>{place}: the month&apos;s file is a workbook. Name a file that ends in .xlsx.</source>
        <translation>{place}: plik miesięczny to skoroszyt. Podaj plik z końcówką .xlsx.</translation>
    </message>
    <message>
        <source>{place}: the name is too long for this disk. Choose a shorter one.</source>
        <translation>{place}: nazwa jest za długa dla tego dysku. Wybierz krótszą.</translation>
    </message>
    <message>
        <source>{place}: there is no copy in this folder, or none of that day. Name the folder that was chosen for copies.</source>
        <translation>{place}: w tym folderze nie ma kopii albo nie ma kopii z tego dnia. Podaj folder wybrany na kopie.</translation>
    </message>
    <message>
        <source>{place}: there is no such file or folder. Check the name.</source>
        <translation>{place}: nie ma takiego pliku lub folderu. Sprawdź nazwę.</translation>
    </message>
    <message>
        <source>{place}: this copy has no account {detail}. “inpost-desk restore FOLDER --look” names them.</source>
        <translation>{place}: w tej kopii nie ma konta {detail}. Konta wymienia „inpost-desk restore FOLDER --look”.</translation>
    </message>
    <message>
        <source>{place}: this copy is damaged, so nothing was changed here. Take another day&apos;s with --day; “inpost-desk restore FOLDER --look” names them.</source>
        <translation>{place}: ta kopia jest uszkodzona, więc niczego tu nie zmieniono. Weź kopię z innego dnia (--day); wymienia je „inpost-desk restore FOLDER --look”.</translation>
    </message>
    <message>
        <source>{place}: this copy knows more shipments of {detail} than there are here now, so it stays as it is. If data was lost here, restore it first; else the next copy is made tomorrow.</source>
        <translation>{place}: w tej kopii jest więcej przesyłek konta {detail} niż teraz tutaj, dlatego zostaje bez zmian. Jeśli dane tutaj przepadły, najpierw je przywróć; w przeciwnym razie następna kopia powstanie jutro.</translation>
    </message>
    <message>
        <source>{place}: this copy was made by a newer InPost Desk. Install that one first.</source>
        <translation>{place}: tę kopię zrobił nowszy InPost Desk. Najpierw zainstaluj tę wersję.</translation>
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
        <source>“{place}” is no proxy. Enter its host and port, such as http://proxy.firma:8080.</source>
        <translation>„{place}” nie jest adresem serwera proxy. Wpisz host i port, na przykład http://proxy.firma:8080.</translation>
    </message>
    <message>
        <source>“{place}” is not a web address. Check --api-url.</source>
        <translation>„{place}” to nie jest adres internetowy. Sprawdź --api-url.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>%Y-%m-%d</source>
        <translation>%d.%m.%Y</translation>
    </message>
    <message>
        <source>%m-%d</source>
        <translation>%d.%m</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(puste)</translation>
    </message>
    <message>
        <source>+ number at once</source>
        <translation>+ numer od razu</translation>
    </message>
    <message>
        <source>+ one more</source>
        <translation>+ jeszcze jedna</translation>
    </message>
    <message>
        <source>+48 removed from numbers: {n}</source>
        <translation>+48 usunięte z numerów: {n}</translation>
    </message>
    <message>
        <source>1. Here: make the copy. From then on this computer sends nothing any more, so that nothing is bought twice; looking and printing stay possible.</source>
        <translation>1. Tutaj: zrób kopię. Od tej chwili ten komputer niczego nie wysyła, żeby nic nie zostało kupione dwa razy; przeglądać i drukować można nadal.</translation>
    </message>
    <message>
        <source>100 × 150</source>
        <translation>100 × 150</translation>
    </message>
    <message>
        <source>100 × 150 mm</source>
        <translation>100 × 150 mm</translation>
    </message>
    <message>
        <source>2. On the new computer: install InPost Desk, choose “Start the demo”, go to Settings, Data, “Restore…” and choose the same folder.</source>
        <translation>2. Na nowym komputerze: zainstaluj InPost Desk, wybierz „Uruchom demo”, wejdź w Ustawienia, Dane, „Przywróć…” i wskaż ten sam folder.</translation>
    </message>
    <message>
        <source>24 orders to try it with</source>
        <translation>24 zamówienia na próbę</translation>
    </message>
    <message>
        <source>24 sample orders, three with mistakes</source>
        <translation>24 przykładowe zamówienia, trzy z błędami</translation>
    </message>
    <message>
        <source>3. There: enter the tokens again under “Account” (they are in no copy), and print a test label.</source>
        <translation>3. Tam: wpisz ponownie tokeny w „Konto” (nie ma ich w żadnej kopii) i wydrukuj etykietę próbną.</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>od 4 do 8 cyfr</translation>
    </message>
    <message>
        <source>4 × 6 inches</source>
        <translation>4 × 6 cali</translation>
    </message>
    <message>
        <source>4 × 6″</source>
        <translation>4 × 6″</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>PIN ma od 4 do 8 cyfr.</translation>
    </message>
    <message>
        <source>A Paczkomat needs a telephone and an e-mail: the code to collect it goes there.</source>
        <translation>Paczkomat wymaga telefonu i e-maila: tam przyjdzie kod odbioru.</translation>
    </message>
    <message>
        <source>A code with Enter or Tab may be as long as the shortest code, or shorter. Not saved yet.</source>
        <translation>Kod z Enterem lub Tabem nie może być dłuższy niż najkrótszy kod. Jeszcze nie zapisano.</translation>
    </message>
    <message>
        <source>A column needs a heading.</source>
        <translation>Kolumna musi mieć nagłówek.</translation>
    </message>
    <message>
        <source>A copy each day</source>
        <translation>Codzienna kopia</translation>
    </message>
    <message>
        <source>A courier comes by itself</source>
        <translation>Kurier przyjeżdża sam</translation>
    </message>
    <message>
        <source>A courier comes by itself on: {days}.</source>
        <translation>Kurier przyjeżdża sam w dni: {days}.</translation>
    </message>
    <message>
        <source>A courier comes by itself; nothing has to be ordered.</source>
        <translation>Kurier przyjeżdża sam; nie trzeba go zamawiać.</translation>
    </message>
    <message>
        <source>A courier has been, and InPost does not have it: look for it on the shelf and hand it over.</source>
        <translation>Kurier był, a InPost jej nie ma: poszukaj jej na półce i wydaj.</translation>
    </message>
    <message>
        <source>A courier is ordered: order {number}.</source>
        <translation>Kurier zamówiony: zlecenie {number}.</translation>
    </message>
    <message>
        <source>A courier needs a telephone, and a first and last name or a company.</source>
        <translation>Kurier potrzebuje telefonu oraz imienia i nazwiska albo nazwy firmy.</translation>
    </message>
    <message>
        <source>A courier was ordered for these parcels before.</source>
        <translation>Po te paczki zamówiono już kuriera.</translation>
    </message>
    <message>
        <source>A digit only marks an offer. Enter buys the marked one.</source>
        <translation>Cyfra tylko zaznacza ofertę. Zaznaczoną kupuje Enter.</translation>
    </message>
    <message>
        <source>A firewall or proxy between here and InPost refuses the question; the token may be right. Ask whoever runs the network.</source>
        <translation>Zapora lub serwer proxy nie przepuszcza pytania do InPost; token może być dobry. Zapytaj osobę, która opiekuje się siecią.</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>A hand-over is open: {handed} of {count} are with the courier.</source>
        <translation>Wydanie kurierowi jest otwarte: {handed} z {count} ma już kurier.</translation>
    </message>
    <message>
        <source>A label does not fit on the paper: made smaller, to {percent} %.</source>
        <translation>Etykieta nie mieści się na papierze: zmniejszona do {percent} %.</translation>
    </message>
    <message>
        <source>A label is late after</source>
        <translation>Etykieta jest spóźniona po</translation>
    </message>
    <message>
        <source>A mistake of the program</source>
        <translation>Błąd programu</translation>
    </message>
    <message>
        <source>A page with the file, the number of labels and the time comes before each batch.</source>
        <translation>Przed każdą partią wychodzi kartka z nazwą pliku, liczbą etykiet i godziną.</translation>
    </message>
    <message>
        <source>A person may type this too, and it will be taken for a scan. A sign is safer.</source>
        <translation>To może wpisać też człowiek i zostanie uznane za skan. Bezpieczniejszy jest znak specjalny.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Port to liczba od 1 do 65535.</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Pytanie</translation>
    </message>
    <message>
        <source>A question about the file is open.</source>
        <translation>Pytanie o ten plik czeka na odpowiedź.</translation>
    </message>
    <message>
        <source>A quick look happens by itself each day. This one reads every ledger to its end and every stored label.</source>
        <translation>Szybkie sprawdzenie odbywa się samo każdego dnia. To sprawdzenie czyta każdy rejestr do końca i każdą zapisaną etykietę.</translation>
    </message>
    <message>
        <source>A result file with a line for each order comes at the end.</source>
        <translation>Na końcu powstanie plik wyniku z wierszem na każde zamówienie.</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>Trwa wysyłka.</translation>
    </message>
    <message>
        <source>A scan prints what was bought on the Orders page and never spends money.</source>
        <translation>Skan drukuje to, co kupiono na stronie Zamówienia, i nigdy nie wydaje pieniędzy.</translation>
    </message>
    <message>
        <source>A scan spends money.</source>
        <translation>Skan wydaje pieniądze.</translation>
    </message>
    <message>
        <source>A scanner may read a code twice. Commands always count.</source>
        <translation>Skaner może odczytać kod dwa razy. Polecenia liczą się zawsze.</translation>
    </message>
    <message>
        <source>A scanner types at least this fast, a person slower.</source>
        <translation>Skaner pisze co najmniej tak szybko, człowiek wolniej.</translation>
    </message>
    <message>
        <source>A scanner types like a very fast person. Print the three codes and scan them: then the program knows yours.</source>
        <translation>Skaner pisze jak bardzo szybka osoba. Wydrukuj trzy kody i zeskanuj je, a program pozna Twój skaner.</translation>
    </message>
    <message>
        <source>A shipment can be made once an account is open.</source>
        <translation>Przesyłkę utworzysz, gdy będzie otwarte konto.</translation>
    </message>
    <message>
        <source>A shipment waits at InPost, unpaid; nothing was charged.</source>
        <translation>W InPost czeka nieopłacona przesyłka; nic nie pobrano.</translation>
    </message>
    <message>
        <source>A shipment with this reference was sent before, under {number}. Send it once more only where that is meant.</source>
        <translation>Przesyłka z tym numerem referencyjnym była już wysłana jako {number}. Wyślij jeszcze raz tylko wtedy, gdy tak ma być.</translation>
    </message>
    <message>
        <source>A side: whole millimetres, at most {most}.</source>
        <translation>Bok: pełne milimetry, najwyżej {most}.</translation>
    </message>
    <message>
        <source>A window of the system may ask for its password. It may lie behind this one.</source>
        <translation>Okno systemu może pytać o hasło. Bywa, że leży pod tym oknem.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A4, four labels on a sheet</source>
        <translation>A4, cztery etykiety na arkuszu</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>A6, 105 × 148 mm</source>
        <translation>A6, 105 × 148 mm</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account not open</source>
        <translation>Konto nie jest otwarte</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>Konto:</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konta</translation>
    </message>
    <message>
        <source>Acknowledge STOP</source>
        <translation>Potwierdź STOP</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Dodaj kolumnę</translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation>Dodaj wzorzec</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Dodaj konto</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Dodaj konto…</translation>
    </message>
    <message>
        <source>Add it in the system&apos;s settings, then look again. A folder works now.</source>
        <translation>Dodaj ją w ustawieniach systemu i poszukaj jeszcze raz. Folder działa już teraz.</translation>
    </message>
    <message>
        <source>Add the operator</source>
        <translation>Dodaj operatora</translation>
    </message>
    <message>
        <source>Add to pickup</source>
        <translation>Dodaj do odbioru</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>Dodaj {name}</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Usługi dodatkowe</translation>
    </message>
    <message>
        <source>Address for InPost</source>
        <translation>Adres dla InPost</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adres proxy</translation>
    </message>
    <message>
        <source>After a crash, or on a new computer: a copy takes the place of what is here. You see first what is in it.</source>
        <translation>Po awarii albo na nowym komputerze: kopia zastępuje to, co jest tutaj. Najpierw widać, co w niej jest.</translation>
    </message>
    <message>
        <source>After a yes, labels of this service print without it; else fetch the label again.</source>
        <translation>Jeśli tak, etykiety tej usługi będą drukowane bez odczytu numeru; jeśli nie, pobierz etykietę ponownie.</translation>
    </message>
    <message>
        <source>After each code it sends “{suffix}”.</source>
        <translation>Po każdym kodzie wysyła „{suffix}”.</translation>
    </message>
    <message>
        <source>After printing, the station waits for the label&apos;s bar code: a label on the wrong box is noticed at once. One more scan for each parcel.</source>
        <translation>Po wydruku stanowisko czeka na kod kreskowy z etykiety: pomyłkę z paczką widać od razu. To jeden skan więcej na każdą paczkę.</translation>
    </message>
    <message>
        <source>Again with the same data</source>
        <translation>Jeszcze raz z tymi samymi danymi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>All came out</source>
        <translation>Wszystkie wyszły</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>All from place {row} ({reference}) on</source>
        <translation>Wszystkie od poz. {row} ({reference})</translation>
    </message>
    <message>
        <source>All labels before it then count as printed.</source>
        <translation>Wszystkie etykiety przed nią będą uznane za wydrukowane.</translation>
    </message>
    <message>
        <source>All orders of the file that are in order are bought at once, so that their labels are ready before the first scan.</source>
        <translation>Wszystkie poprawne zamówienia z pliku są kupowane od razu, więc etykiety są gotowe przed pierwszym skanem.</translation>
    </message>
    <message>
        <source>All rows: Paczkomat</source>
        <translation>Wszystkie wiersze: Paczkomat</translation>
    </message>
    <message>
        <source>All rows: courier</source>
        <translation>Wszystkie wiersze: kurier</translation>
    </message>
    <message>
        <source>All rows: {value}</source>
        <translation>Wszystkie wiersze: {value}</translation>
    </message>
    <message>
        <source>All shipments of the list: {count}</source>
        <translation>Wszystkie przesyłki z listy: {count}</translation>
    </message>
    <message>
        <source>All that are ready</source>
        <translation>Wszystkie gotowe</translation>
    </message>
    <message>
        <source>All the others of this order are ordered by now, or gone.</source>
        <translation>Pozostałe paczki z tego zlecenia są już zamówione albo wydane.</translation>
    </message>
    <message>
        <source>All {count} shipments together; InPost takes it at once.</source>
        <translation>Razem za wszystkie przesyłki ({count}); InPost pobierze to od razu.</translation>
    </message>
    <message>
        <source>Allegro buyer number</source>
        <translation>Numer kupującego w Allegro</translation>
    </message>
    <message>
        <source>Allegro purchase number</source>
        <translation>Numer transakcji Allegro</translation>
    </message>
    <message>
        <source>Allegro purchases</source>
        <translation>Zakupy z Allegro</translation>
    </message>
    <message>
        <source>Already sent to similar ones</source>
        <translation>Podobni odbiorcy z wcześniejszych przesyłek</translation>
    </message>
    <message>
        <source>Also parcels of couriers on contract.</source>
        <translation>Także paczki kurierskie na umowę.</translation>
    </message>
    <message>
        <source>Also unsure</source>
        <translation>Też do wyjaśnienia</translation>
    </message>
    <message>
        <source>Amounts written like 1299,00: {n}</source>
        <translation>Kwoty zapisane w postaci 1299,00: {n}</translation>
    </message>
    <message>
        <source>An address on the internet that leads to this computer, for example https://sklep.example/inpost. Whoever looks after your network sets it up; without one, leave this off.</source>
        <translation>Adres w internecie, który prowadzi do tego komputera, na przykład https://sklep.example/inpost. Ustawia go osoba, która opiekuje się Twoją siecią; bez niego zostaw to wyłączone.</translation>
    </message>
    <message>
        <source>An address such as 192.168.1.50 or zebra.local:9100 is needed.</source>
        <translation>Potrzebny jest adres, np. 192.168.1.50 albo zebra.local:9100.</translation>
    </message>
    <message>
        <source>An import spends money for the whole file.</source>
        <translation>Import wydaje pieniądze za cały plik.</translation>
    </message>
    <message>
        <source>Another account can be opened when the run has ended.</source>
        <translation>Inne konto można otworzyć po zakończeniu wysyłki.</translation>
    </message>
    <message>
        <source>Another code stands on the label. Scan it once more.</source>
        <translation>Na etykiecie jest inny kod. Zeskanuj jeszcze raz.</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Inny plik…</translation>
    </message>
    <message>
        <source>Another number of days</source>
        <translation>Inna liczba dni</translation>
    </message>
    <message>
        <source>Another parcel</source>
        <translation>Kolejna paczka</translation>
    </message>
    <message>
        <source>Another parcel for this order</source>
        <translation>Kolejna paczka do tego zamówienia</translation>
    </message>
    <message>
        <source>Another point…</source>
        <translation>Inny punkt…</translation>
    </message>
    <message>
        <source>Another printer has this name.</source>
        <translation>Inna drukarka ma już tę nazwę.</translation>
    </message>
    <message>
        <source>Another program keeps it, or it must not be read. It is tried again.</source>
        <translation>Używa go inny program albo brakuje uprawnień do odczytu. Próby są ponawiane.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Inny powód</translation>
    </message>
    <message>
        <source>Another shipment is bought in the place of {number}. That one stays paid and must not leave any more; until the new one is bought it is still good.</source>
        <translation>W miejsce {number} kupisz inną przesyłkę. Tamta pozostanie opłacona, ale nie będzie jej już wolno nadać; dopóki nie kupisz nowej, jest nadal ważna.</translation>
    </message>
    <message>
        <source>Another station has closed the hand-over; that scan did not count.</source>
        <translation>Inne stanowisko zamknęło to wydanie; ten skan się nie liczy.</translation>
    </message>
    <message>
        <source>Another window or command is at it.</source>
        <translation>Zajmuje się tym inne okno albo polecenie.</translation>
    </message>
    <message>
        <source>Another window or command is at this shipment just now. Look again in a moment.</source>
        <translation>Tą przesyłką zajmuje się teraz inne okno albo polecenie. Za chwilę sprawdź ponownie.</translation>
    </message>
    <message>
        <source>Answer a question by the key on it</source>
        <translation>Odpowiedz klawiszem z kafelka</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>Odpowiedz</translation>
    </message>
    <message>
        <source>Answer the problem shown</source>
        <translation>Odpowiedź na pokazany problem</translation>
    </message>
    <message>
        <source>Any point takes them; not for couriers on contract.</source>
        <translation>Przyjmie je każdy punkt; nie dla paczek kurierskich na umowę.</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Osobno</translation>
    </message>
    <message>
        <source>As InPost told you. Half an hour before, parcels without a courier are named.</source>
        <translation>Tak jak ustalono z InPost. Pół godziny wcześniej przypomnimy o paczkach bez kuriera.</translation>
    </message>
    <message>
        <source>As it is set up, nothing of InPost&apos;s can arrive.</source>
        <translation>Przy tych ustawieniach nic z InPost nie dotrze.</translation>
    </message>
    <message>
        <source>As large as a size of the settings:</source>
        <translation>Wymiary gabarytu z ustawień:</translation>
    </message>
    <message>
        <source>As large as size {size}</source>
        <translation>Wymiary gabarytu {size}</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Tak jak w systemie</translation>
    </message>
    <message>
        <source>Ask InPost again</source>
        <translation>Zapytaj InPost jeszcze raz</translation>
    </message>
    <message>
        <source>Ask InPost now</source>
        <translation>Zapytaj InPost teraz</translation>
    </message>
    <message>
        <source>Ask for new offers</source>
        <translation>Zapytaj o nowe oferty</translation>
    </message>
    <message>
        <source>Ask the receiver for the right address and telephone, and tell InPost&apos;s helpline.</source>
        <translation>Zapytaj odbiorcę o właściwy adres i telefon i przekaż je infolinii InPost.</translation>
    </message>
    <message>
        <source>Asked for at {time}.</source>
        <translation>Zlecona {time}.</translation>
    </message>
    <message>
        <source>Asking InPost…</source>
        <translation>Pytam InPost…</translation>
    </message>
    <message>
        <source>Asking what it costs…</source>
        <translation>Pytam o cenę…</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Pytanie…</translation>
    </message>
    <message>
        <source>At InPost already: {count}</source>
        <translation>Już w InPost: {count}</translation>
    </message>
    <message>
        <source>At {address} nothing could be read about newer versions. Check the network with “inpost-desk doctor”, or try again later.</source>
        <translation>Pod adresem {address} nie udało się niczego odczytać o nowszych wersjach. Sprawdź sieć poleceniem „inpost-desk doctor” albo spróbuj później.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Wróć do dzisiaj</translation>
    </message>
    <message>
        <source>Back to where you read before</source>
        <translation>Wróć do miejsca czytanego wcześniej</translation>
    </message>
    <message>
        <source>Bad label</source>
        <translation>Zła etykieta</translation>
    </message>
    <message>
        <source>Before each code it sends “{prefix}”.</source>
        <translation>Przed każdym kodem wysyła „{prefix}”.</translation>
    </message>
    <message>
        <source>Before the first paid parcel of an account you are asked once, then never again. What is not packed in the end has to be cancelled by hand.</source>
        <translation>Przed pierwszą płatną przesyłką z konta program pyta o zgodę jeden raz, potem już nie. Przesyłki, które ostatecznie nie zostaną spakowane, trzeba anulować ręcznie.</translation>
    </message>
    <message>
        <source>Before the first paid parcel of an account you are asked once.</source>
        <translation>Przed pierwszą płatną przesyłką z konta program pyta o zgodę jeden raz.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>Begin with a preset</source>
        <translation>Zacznij od szablonu</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Rozpoczęto</translation>
    </message>
    <message>
        <source>Between the columns</source>
        <translation>Między kolumnami</translation>
    </message>
    <message>
        <source>Blanks removed from e-mail addresses: {n}</source>
        <translation>Odstępy usunięte z adresów e-mail: {n}</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Kupione</translation>
    </message>
    <message>
        <source>Bought, numbers below</source>
        <translation>Kupiono, numery poniżej</translation>
    </message>
    <message>
        <source>Bought: {count}</source>
        <translation>Kupione: {count}</translation>
    </message>
    <message>
        <source>Bought: {numbers}</source>
        <translation>Kupiono: {numbers}</translation>
    </message>
    <message>
        <source>Building and flat number</source>
        <translation>Numer domu i mieszkania</translation>
    </message>
    <message>
        <source>Buy and print</source>
        <translation>Kup i drukuj</translation>
    </message>
    <message>
        <source>Buy and print for {price}</source>
        <translation>Kup i drukuj za {price}</translation>
    </message>
    <message>
        <source>Buy what is put there, by itself</source>
        <translation>Kupuj automatycznie to, co tam trafi</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Kupowanie</translation>
    </message>
    <message>
        <source>Buying a shipment</source>
        <translation>Kupuję przesyłkę</translation>
    </message>
    <message>
        <source>Buying and printing</source>
        <translation>Zakup i druk</translation>
    </message>
    <message>
        <source>Buying goes on; the labels come in their order as soon as it prints.</source>
        <translation>Zakupy idą dalej; etykiety wyjdą po kolei, gdy tylko ruszy.</translation>
    </message>
    <message>
        <source>Buying…</source>
        <translation>Kupuję…</translation>
    </message>
    <message>
        <source>By courier to the door</source>
        <translation>Kurierem do drzwi</translation>
    </message>
    <message>
        <source>By then its box may have gone: a late label stays in “Waiting for print” until somebody prints it.</source>
        <translation>Paczka mogła już odjechać, więc spóźniona etykieta zostaje w „Czeka na wydruk”, aż ktoś ją wydrukuje.</translation>
    </message>
    <message>
        <source>CLOSED</source>
        <translation>ZAMKNIĘTE</translation>
    </message>
    <message>
        <source>COD</source>
        <translation>Pobranie</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet…</source>
        <translation>CSV do arkusza…</translation>
    </message>
    <message>
        <source>CSV, XLSX or ODS from Manager Paczek. Other columns, too: show me once, I remember.</source>
        <translation>CSV, XLSX albo ODS z Managera Paczek. Inny układ kolumn też: raz pokażesz, zapamiętam.</translation>
    </message>
    <message>
        <source>Call the old order off at InPost first: {number}</source>
        <translation>Najpierw anuluj w InPost stare zlecenie: {number}</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Odebrany</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Cancel a shipment that is not paid</source>
        <translation>Anuluj nieopłaconą przesyłkę</translation>
    </message>
    <message>
        <source>Cancel that order in the list (Ctrl+L), or order again when its day is over.</source>
        <translation>Anuluj tamto zlecenie na liście (Ctrl+L) albo zamów ponownie, gdy minie jego dzień.</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Anuluj zlecenie</translation>
    </message>
    <message>
        <source>Cancel the pickup order {number}?</source>
        <translation>Anulować zlecenie odbioru {number}?</translation>
    </message>
    <message>
        <source>Cancel the shipment</source>
        <translation>Anuluj przesyłkę</translation>
    </message>
    <message>
        <source>Cancel {reference} at InPost?</source>
        <translation>Anulować {reference} w InPost?</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Anulowane</translation>
    </message>
    <message>
        <source>Cancelling a shipment</source>
        <translation>Anulowanie przesyłki</translation>
    </message>
    <message>
        <source>Capital letters are swapped</source>
        <translation>Małe i wielkie litery są zamienione</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>Pobranie</translation>
    </message>
    <message>
        <source>Cash on delivery needs extra protection of at least the same amount.</source>
        <translation>Pobranie wymaga dodatkowej ochrony co najmniej na tę samą kwotę.</translation>
    </message>
    <message>
        <source>Cash on delivery, zł</source>
        <translation>Pobranie, zł</translation>
    </message>
    <message>
        <source>Change the days</source>
        <translation>Zmień dni</translation>
    </message>
    <message>
        <source>Change the dimensions</source>
        <translation>Zmień wymiary</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Rozdziały</translation>
    </message>
    <message>
        <source>Characters: {count}</source>
        <translation>Znaki: {count}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Sprawdź teraz</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Sprawdź dane</translation>
    </message>
    <message>
        <source>Check the place or call InPost, then order again.</source>
        <translation>Sprawdź miejsce albo zadzwoń do InPost, potem zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>Check the token</source>
        <translation>Sprawdź token</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Sprawdź ten komputer</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Wybierz plik…</translation>
    </message>
    <message>
        <source>Choose a folder on a stick, another disk or a share of your network.</source>
        <translation>Wskaż folder na pendrivie, innym dysku albo udziale w sieci.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Wybierz folder…</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Wybierz drukarkę</translation>
    </message>
    <message>
        <source>Choose a printer or a folder.</source>
        <translation>Wybierz drukarkę albo folder.</translation>
    </message>
    <message>
        <source>Choose a row to see all of it here.</source>
        <translation>Wybierz wiersz, a tu zobaczysz go w całości.</translation>
    </message>
    <message>
        <source>Choose a shipment to see its label and its way.</source>
        <translation>Wybierz przesyłkę, aby zobaczyć jej etykietę i drogę.</translation>
    </message>
    <message>
        <source>Choose an offer</source>
        <translation>Wybierz ofertę</translation>
    </message>
    <message>
        <source>Choose an offer: {reference}</source>
        <translation>Wybierz ofertę: {reference}</translation>
    </message>
    <message>
        <source>Choose an order file</source>
        <translation>Wybierz plik z zamówieniami</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wybierz inną.</translation>
    </message>
    <message>
        <source>Choose one in Settings. The document is kept as a file: {place}</source>
        <translation>Wybierz ją w Ustawieniach. Dokument jest zapisany w pliku: {place}</translation>
    </message>
    <message>
        <source>Choose one: InPost asks it of every parcel.</source>
        <translation>Wybierz jedno: InPost pyta o to przy każdej przesyłce.</translation>
    </message>
    <message>
        <source>Choose the offer of a row</source>
        <translation>Wybierz ofertę dla wiersza</translation>
    </message>
    <message>
        <source>Choose the size</source>
        <translation>Wybierz gabaryt</translation>
    </message>
    <message>
        <source>Choose the way of sending</source>
        <translation>Wybierz sposób nadania</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Cleared up by itself: {count}</source>
        <translation>Wyjaśniło się samo: {count}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Close and print</source>
        <translation>Zamknij i drukuj</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Zamknij mimo to</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Zamknij powiadomienie</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Zamknij program</translation>
    </message>
    <message>
        <source>Close with missing…</source>
        <translation>Zamknij z brakami…</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zamknięto</translation>
    </message>
    <message>
        <source>Closed: {handed} of {count} are with the courier.</source>
        <translation>Zamknięte: kurier ma {handed} z {count}.</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Closing the account and making the copy…</source>
        <translation>Zamykanie konta i robienie kopii…</translation>
    </message>
    <message>
        <source>Closing the account and putting the copy in its place…</source>
        <translation>Zamykanie konta i wstawianie kopii na jego miejsce…</translation>
    </message>
    <message>
        <source>Code on the label</source>
        <translation>Kod z etykiety</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Kolumna w pliku</translation>
    </message>
    <message>
        <source>Column {letter}</source>
        <translation>Kolumna {letter}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumny</translation>
    </message>
    <message>
        <source>Columns for the shop</source>
        <translation>Kolumny dla sklepu</translation>
    </message>
    <message>
        <source>Columns of order files</source>
        <translation>Kolumny plików zamówień</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Wraca do nadawcy</translation>
    </message>
    <message>
        <source>Comes back as</source>
        <translation>Wraca jako</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Compare prices</source>
        <translation>Porównaj ceny</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Połącz konto</translation>
    </message>
    <message>
        <source>Connect my InPost account</source>
        <translation>Połącz z moim kontem InPost</translation>
    </message>
    <message>
        <source>Connect my account</source>
        <translation>Połącz z moim kontem</translation>
    </message>
    <message>
        <source>Connected to InPost</source>
        <translation>Połączono z InPost</translation>
    </message>
    <message>
        <source>Connecting to InPost…</source>
        <translation>Łączę z InPost…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Zawartość</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>Copied for InPost&apos;s support.</source>
        <translation>Skopiowano dla wsparcia InPost.</translation>
    </message>
    <message>
        <source>Copied numbers: {count}.</source>
        <translation>Skopiowane numery: {count}.</translation>
    </message>
    <message>
        <source>Copied, but label files are missing here or damaged: {count}.</source>
        <translation>Skopiowano, ale tutaj brakuje plików etykiet albo są uszkodzone: {count}.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Skopiowano.</translation>
    </message>
    <message>
        <source>Copies of how many days stay there</source>
        <translation>Z ilu dni zostają kopie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copy a message for the buyer</source>
        <translation>Kopiuj wiadomość do kupującego</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Kopiuj jako tekst</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Kopia dla wsparcia</translation>
    </message>
    <message>
        <source>Copy it and paste it here.</source>
        <translation>Skopiuj go i wklej tutaj.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Zrób kopię teraz</translation>
    </message>
    <message>
        <source>Copy of {moment} from the computer {computer}, made to move.</source>
        <translation>Kopia z {moment} z komputera {computer}, zrobiona do przenosin.</translation>
    </message>
    <message>
        <source>Copy of {moment} from the computer {computer}.</source>
        <translation>Kopia z {moment} z komputera {computer}.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Kopiuj adres</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Kopiuj numer</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>Kopiuj numery</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopiuj raport</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Kopiuj tekst</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Kopiuj {number}</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Kopiowanie…</translation>
    </message>
    <message>
        <source>Correct it…</source>
        <translation>Popraw…</translation>
    </message>
    <message>
        <source>Cost centre (MPK)</source>
        <translation>Miejsce powstawania kosztów (MPK)</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Nie udało się doręczyć</translation>
    </message>
    <message>
        <source>Counting what would be deleted…</source>
        <translation>Liczenie, co zostałoby usunięte…</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Kurier</translation>
    </message>
    <message>
        <source>Courier did not come</source>
        <translation>Kurier nie przyjechał</translation>
    </message>
    <message>
        <source>Couriers on contract ask for dimensions and weight instead of a size. N is a parcel beyond the standard.</source>
        <translation>Kurier na umowę pyta o wymiary i wagę zamiast gabarytu. N to paczka niestandardowa.</translation>
    </message>
    <message>
        <source>Create and print</source>
        <translation>Utwórz i drukuj</translation>
    </message>
    <message>
        <source>Create and print ({count})</source>
        <translation>Utwórz i drukuj ({count})</translation>
    </message>
    <message>
        <source>Create and print selected ({count})</source>
        <translation>Utwórz i drukuj zaznaczone ({count})</translation>
    </message>
    <message>
        <source>Ctrl+Z takes back: {change}.</source>
        <translation>Ctrl+Z cofnie: {change}.</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Darkness</source>
        <translation>Zaczernienie</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Day:</source>
        <translation>Dzień:</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dni</translation>
    </message>
    <message>
        <source>Days on which the courier comes</source>
        <translation>Dni, w które przyjeżdża kurier</translation>
    </message>
    <message>
        <source>Days until receivers are deleted</source>
        <translation>Dni do usunięcia danych odbiorców</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Załatwione</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Zdecyduj…</translation>
    </message>
    <message>
        <source>Delete after that time</source>
        <translation>Usuwaj po tym czasie</translation>
    </message>
    <message>
        <source>Delete receivers after {days} days?</source>
        <translation>Usuwać dane odbiorców po {days} dniach?</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Dostarczone</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Doręczenie</translation>
    </message>
    <message>
        <source>Delivery hour</source>
        <translation>Godzina doręczenia</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo (simulator, nothing is bought)</source>
        <translation>Demo (symulator, nic nie jest kupowane)</translation>
    </message>
    <message>
        <source>Demo printer, a folder</source>
        <translation>Drukarka demo, folder</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Szczegóły</translation>
    </message>
    <message>
        <source>Did no courier come for order {number}?</source>
        <translation>Kurier nie przyjechał po zlecenie {number}?</translation>
    </message>
    <message>
        <source>Did these labels come out?</source>
        <translation>Czy te etykiety wyszły?</translation>
    </message>
    <message>
        <source>Different than last time</source>
        <translation>Inaczej niż poprzednio</translation>
    </message>
    <message>
        <source>Distance from {place}</source>
        <translation>Odległość od {place}</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nic nie rób</translation>
    </message>
    <message>
        <source>Does the printer print what a scanner can read?</source>
        <translation>Czy skaner przeczyta to, co drukuje drukarka?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Done: {done} of {total} labels</source>
        <translation>Gotowe: {done} z {total} etykiet</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>W dół</translation>
    </message>
    <message>
        <source>Download the network&apos;s points</source>
        <translation>Pobierz punkty sieci</translation>
    </message>
    <message>
        <source>Drop an order file here</source>
        <translation>Upuść tu plik z zamówieniami</translation>
    </message>
    <message>
        <source>Drop your order file in, the labels come out in its order.</source>
        <translation>Wrzuć plik z zamówieniami, a etykiety wyjdą po kolei.</translation>
    </message>
    <message>
        <source>Drop your shop&apos;s order file anywhere on this window. A copy is read, the file stays.</source>
        <translation>Upuść plik zamówień ze sklepu w dowolnym miejscu tego okna. Program czyta kopię, plik zostaje.</translation>
    </message>
    <message>
        <source>Drop: {name}</source>
        <translation>Upuść: {name}</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>EPL</source>
        <translation>EPL</translation>
    </message>
    <message>
        <source>Each scan buys one parcel and its label prints. What is never scanned costs nothing.</source>
        <translation>Każdy skan kupuje jedną przesyłkę i drukuje jej etykietę. Czego nikt nie zeskanuje, to nic nie kosztuje.</translation>
    </message>
    <message>
        <source>Earlier hand-overs</source>
        <translation>Wcześniejsze wydania</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Edytuj komórkę</translation>
    </message>
    <message>
        <source>Empty template</source>
        <translation>Pusty wzór pliku</translation>
    </message>
    <message>
        <source>Encoding of letters</source>
        <translation>Kodowanie liter</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Zakończono</translation>
    </message>
    <message>
        <source>Enter buys it and prints the label.</source>
        <translation>Enter kupuje przesyłkę i drukuje etykietę.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Środowisko</translation>
    </message>
    <message>
        <source>Every file put there is bought for {account}.</source>
        <translation>Każdy wrzucony plik jest kupowany na koncie {account}.</translation>
    </message>
    <message>
        <source>Every file put there spends money of {account}.</source>
        <translation>Każdy wrzucony plik wydaje pieniądze z konta {account}.</translation>
    </message>
    <message>
        <source>Every printer of the system is set up.</source>
        <translation>Wszystkie drukarki systemu są ustawione.</translation>
    </message>
    <message>
        <source>Everything here may stay empty.</source>
        <translation>Wszystko tutaj może zostać puste.</translation>
    </message>
    <message>
        <source>Everything is in order. Looked at: {count}.</source>
        <translation>Wszystko w porządku. Sprawdzono: {count}.</translation>
    </message>
    <message>
        <source>Everything is sound. Labels read: {count}.</source>
        <translation>Wszystko jest w porządku. Przeczytane etykiety: {count}.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Wszędzie</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Wyjątki</translation>
    </message>
    <message>
        <source>Export CSV/XLSX</source>
        <translation>Eksport CSV/XLSX</translation>
    </message>
    <message>
        <source>Extra protection</source>
        <translation>Dodatkowa ochrona</translation>
    </message>
    <message>
        <source>Extra protection raised to the cash on delivery: {n}</source>
        <translation>Dodatkowa ochrona podniesiona do pobrania: {n}</translation>
    </message>
    <message>
        <source>Extra protection, zł</source>
        <translation>Dodatkowa ochrona, zł</translation>
    </message>
    <message>
        <source>Extras</source>
        <translation>Dodatki</translation>
    </message>
    <message>
        <source>F4 does what the notice at the top offers, Shift+F4 puts it away.</source>
        <translation>F4 robi to, co proponuje pasek u góry, Shift+F4 go zamyka.</translation>
    </message>
    <message>
        <source>F7 prints a test label. Scan it back: only then is it sure that it can be read.</source>
        <translation>F7 drukuje etykietę testową. Zeskanuj ją: dopiero wtedy wiadomo, że daje się odczytać.</translation>
    </message>
    <message>
        <source>F8 leads to the next row that needs you, 1–4 answer it, Ctrl+Enter creates and prints.</source>
        <translation>F8 prowadzi do następnego wiersza, który na Ciebie czeka, 1–4 odpowiadają, Ctrl+Enter tworzy i drukuje.</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Pobierz ponownie</translation>
    </message>
    <message>
        <source>Fetching labels</source>
        <translation>Pobieram etykiety</translation>
    </message>
    <message>
        <source>Fetching the return label from InPost…</source>
        <translation>Pobieranie etykiety zwrotnej z InPost…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>Fill in company and invoice data in Manager Paczek → My account, then try again.</source>
        <translation>Uzupełnij dane firmy i dane do faktury (Manager Paczek → Moje konto) i spróbuj jeszcze raz.</translation>
    </message>
    <message>
        <source>Fill in the e-mail</source>
        <translation>Uzupełnij e-mail</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Finish without a test</source>
        <translation>Zakończ bez próby</translation>
    </message>
    <message>
        <source>Finishing the last request…</source>
        <translation>Kończę ostatnie zapytanie…</translation>
    </message>
    <message>
        <source>First give somebody a PIN, so that nobody is shut out.</source>
        <translation>Najpierw ustaw komuś PIN, żeby nikt nie stracił dostępu.</translation>
    </message>
    <message>
        <source>First label of the service {service}: the program cannot read its number. Is the label good?</source>
        <translation>Pierwsza etykieta usługi {service}: program nie umie odczytać jej numeru. Czy etykieta jest dobra?</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Imię</translation>
    </message>
    <message>
        <source>Fits: {names}.</source>
        <translation>Pasuje: {names}.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Folder for labels</source>
        <translation>Folder na etykiety</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>Folder na kopie</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Folder do obserwowania</translation>
    </message>
    <message>
        <source>Folder with the copies</source>
        <translation>Folder z kopiami</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Folder {name}</translation>
    </message>
    <message>
        <source>For a label that cannot be scanned</source>
        <translation>Gdy etykiety nie da się zeskanować</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Bez ograniczeń</translation>
    </message>
    <message>
        <source>For example \1. Empty: the first group, or all of the code.</source>
        <translation>Na przykład \1. Puste: pierwsza grupa albo cały kod.</translation>
    </message>
    <message>
        <source>For scanners that send neither Enter nor Tab after a code.</source>
        <translation>Dla skanerów, które po kodzie nie wysyłają Entera ani Tabulatora.</translation>
    </message>
    <message>
        <source>For the owner</source>
        <translation>Dla właściciela</translation>
    </message>
    <message>
        <source>For the packer</source>
        <translation>Dla pakowacza</translation>
    </message>
    <message>
        <source>For the programmer</source>
        <translation>Dla programisty</translation>
    </message>
    <message>
        <source>For which organisation do you send?</source>
        <translation>Dla której organizacji nadajesz?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Usuń szablon</translation>
    </message>
    <message>
        <source>Forget remembered column maps</source>
        <translation>Zapomnij zapamiętane układy kolumn</translation>
    </message>
    <message>
        <source>Found, not set up yet:</source>
        <translation>Znalezione, jeszcze nieustawione:</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>pt.</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>piątek</translation>
    </message>
    <message>
        <source>Friday {date}</source>
        <translation>piątek {date}</translation>
    </message>
    <message>
        <source>Friday {time}</source>
        <translation>piątek {time}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>From 20 × 20 mm to 400 mm of length.</source>
        <translation>Od 20 × 20 mm do 400 mm długości.</translation>
    </message>
    <message>
        <source>From key to key it takes {gap} ms at most, on average.</source>
        <translation>Od znaku do znaku mija średnio najwyżej {gap} ms.</translation>
    </message>
    <message>
        <source>From key to key, on average</source>
        <translation>Średni czas między znakami</translation>
    </message>
    <message>
        <source>From one to another</source>
        <translation>Od – do</translation>
    </message>
    <message>
        <source>From other computers too</source>
        <translation>Także z innych komputerów</translation>
    </message>
    <message>
        <source>From the watched folder: {name}</source>
        <translation>Z obserwowanego folderu: {name}</translation>
    </message>
    <message>
        <source>Full screen and back</source>
        <translation>Pełny ekran i z powrotem</translation>
    </message>
    <message>
        <source>Further problems of this row: {n}.</source>
        <translation>Dalsze problemy tego wiersza: {n}.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Podaj nazwę.</translation>
    </message>
    <message>
        <source>Give it to the courier and scan the other parts.</source>
        <translation>Wydaj ją kurierowi i zeskanuj pozostałe części.</translation>
    </message>
    <message>
        <source>Give it to the courier.</source>
        <translation>Wydaj ją kurierowi.</translation>
    </message>
    <message>
        <source>Give me the file again when it has ended.</source>
        <translation>Podaj plik jeszcze raz, gdy się skończy.</translation>
    </message>
    <message>
        <source>Give up what was begun</source>
        <translation>Przerwij to, co zaczęte</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>Pobieraj dalej</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Pracuj dalej tutaj</translation>
    </message>
    <message>
        <source>Go on here after all…</source>
        <translation>Jednak pracuj dalej tutaj…</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>Skanuj dalej</translation>
    </message>
    <message>
        <source>Go on scanning, or close it with what is missing.</source>
        <translation>Skanuj dalej albo zamknij je z brakami.</translation>
    </message>
    <message>
        <source>Go on with every account on this computer?</source>
        <translation>Pracować dalej na tym komputerze na wszystkich kontach?</translation>
    </message>
    <message>
        <source>Go on with steps 2 and 3 on the new computer.</source>
        <translation>Teraz kroki 2 i 3 na nowym komputerze.</translation>
    </message>
    <message>
        <source>Go to production</source>
        <translation>Przejdź na produkcję</translation>
    </message>
    <message>
        <source>Goes with the courier</source>
        <translation>Jedzie z kurierem</translation>
    </message>
    <message>
        <source>Good by now: {count}</source>
        <translation>Już dobre: {count}</translation>
    </message>
    <message>
        <source>Good rows: {good} of {read} read so far</source>
        <translation>Dobre wiersze: {good} z {read} dotąd przeczytanych</translation>
    </message>
    <message>
        <source>Good rows: {good} of {rows}</source>
        <translation>Dobre wiersze: {good} z {rows}</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Rozumiem</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Przewodnik</translation>
    </message>
    <message>
        <source>Guides and their chapters</source>
        <translation>Przewodniki i ich rozdziały</translation>
    </message>
    <message>
        <source>HANDED OVER</source>
        <translation>WYDANO</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Wydanie</translation>
    </message>
    <message>
        <source>Hand-over to the courier</source>
        <translation>Wydanie kurierowi</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Wydania</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Wydana</translation>
    </message>
    <message>
        <source>Handed over: {handed} of {expected}</source>
        <translation>Wydano: {handed} z {expected}</translation>
    </message>
    <message>
        <source>Handed to the courier</source>
        <translation>Wydana kurierowi</translation>
    </message>
    <message>
        <source>Heading in the file</source>
        <translation>Nagłówek w pliku</translation>
    </message>
    <message>
        <source>Height of the paper</source>
        <translation>Wysokość papieru</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Wysokość, mm</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Wstrzymane</translation>
    </message>
    <message>
        <source>Hello, the parcel cannot go to the point {code}. These points can take it:
{points}
Please write which of them it should go to.</source>
        <translation>Dzień dobry, paczka nie może trafić do punktu {code}. Te punkty ją przyjmą:
{points}
Proszę napisać, do którego z nich ją wysłać.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoc</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Tutaj</translation>
    </message>
    <message>
        <source>Here it is as you left it; nothing is sent twice.</source>
        <translation>Oto on, tak jak go zostawiono; nic nie zostanie wysłane drugi raz.</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Podpowiedzi</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Hold the rows back, or let them go</source>
        <translation>Wstrzymaj wiersze albo je zwolnij</translation>
    </message>
    <message>
        <source>Host and port, without name and password; ask whoever runs the network.</source>
        <translation>Nazwa i port, bez użytkownika i hasła; zapytaj osobę, która prowadzi sieć.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Godziny</translation>
    </message>
    <message>
        <source>How do your parcels leave?</source>
        <translation>Jak wyjeżdżają Twoje paczki?</translation>
    </message>
    <message>
        <source>How does it go?</source>
        <translation>Jak ma dotrzeć?</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>Tak to odczytam</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Sposób nadania</translation>
    </message>
    <message>
        <source>How long receivers are kept</source>
        <translation>Jak długo przechowywać dane odbiorców</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Ile sztuk</translation>
    </message>
    <message>
        <source>How orders of a file are bought</source>
        <translation>Jak kupować zamówienia z pliku</translation>
    </message>
    <message>
        <source>How parcels leave</source>
        <translation>Jak wyjeżdżają paczki</translation>
    </message>
    <message>
        <source>How parcels leave is to be set first.</source>
        <translation>Najpierw trzeba ustawić sposób nadania.</translation>
    </message>
    <message>
        <source>How the service is chosen</source>
        <translation>Jak wybierasz usługę</translation>
    </message>
    <message>
        <source>I choose among InPost&apos;s offers</source>
        <translation>Wybieram z ofert InPost</translation>
    </message>
    <message>
        <source>I know the service</source>
        <translation>Znam usługę</translation>
    </message>
    <message>
        <source>I know the service, or compare prices</source>
        <translation>znam usługę albo porównuję ceny</translation>
    </message>
    <message>
        <source>I order a courier</source>
        <translation>Zamawiam kuriera</translation>
    </message>
    <message>
        <source>I put them into a Paczkomat</source>
        <translation>Wkładam je do Paczkomatu</translation>
    </message>
    <message>
        <source>I take them to a PaczkoPunkt</source>
        <translation>Zanoszę je do PaczkoPunktu</translation>
    </message>
    <message>
        <source>IP addresses with blanks between, such as 127.0.0.1 10.0.0.0/8.</source>
        <translation>Adresy IP oddzielone spacjami, na przykład 127.0.0.1 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>If no courier is to come, call InPost.</source>
        <translation>Jeśli kurier ma nie przyjeżdżać, zadzwoń do InPost.</translation>
    </message>
    <message>
        <source>If that disk breaks, both are gone. A stick or a share of the network is safe.</source>
        <translation>Gdy ten dysk się zepsuje, przepadnie jedno i drugie. Bezpieczny jest pendrive albo udział sieciowy.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importuj</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Import pliku</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>Wczytaj {count}</translation>
    </message>
    <message>
        <source>Imported for {account}. Nothing is bought by itself.</source>
        <translation>Import na konto {account}. Program sam niczego nie kupuje.</translation>
    </message>
    <message>
        <source>In it: accounts {accounts}, shipments {shipments}, labels {labels}. Copies there: {days}.</source>
        <translation>W niej: konta {accounts}, przesyłki {shipments}, etykiety {labels}. Kopii w folderze: {days}.</translation>
    </message>
    <message>
        <source>In one box they are one parcel, paid for once.</source>
        <translation>W jednym pudełku to jedna przesyłka, opłacana raz.</translation>
    </message>
    <message>
        <source>In one box: {references}</source>
        <translation>W jednym pudełku: {references}</translation>
    </message>
    <message>
        <source>InPost Desk {version}, free software under the MIT licence. Qt for Python comes under the LGPL 3; the licences of all parts lie with the installed program.</source>
        <translation>InPost Desk {version}, wolne oprogramowanie na licencji MIT. Qt dla Pythona jest na licencji LGPL 3; licencje wszystkich części leżą przy zainstalowanym programie.</translation>
    </message>
    <message>
        <source>InPost answers: {name}</source>
        <translation>InPost odpowiada: {name}</translation>
    </message>
    <message>
        <source>InPost asks for a pause of {wait} seconds. Try again after that.</source>
        <translation>InPost prosi o przerwę, w sekundach: {wait}. Spróbuj po niej.</translation>
    </message>
    <message>
        <source>InPost bought another offer than the chosen one: {service}.</source>
        <translation>InPost kupił inną ofertę niż wybrana: {service}.</translation>
    </message>
    <message>
        <source>InPost buys it at once.</source>
        <translation>InPost kupuje ją od razu.</translation>
    </message>
    <message>
        <source>InPost can report each change of a parcel at once. For that it must reach this computer by a public address on the internet. Most shops have none and lose nothing: the program asks InPost by itself and shows the same, some minutes later.</source>
        <translation>InPost może od razu zgłaszać każdą zmianę przesyłki. Musi do tego trafić do tego komputera przez publiczny adres w internecie. Większość sklepów takiego adresu nie ma i nic nie traci: program sam pyta InPost i pokazuje to samo kilka minut później.</translation>
    </message>
    <message>
        <source>InPost cancels only what is not paid. “Replace” buys another one.</source>
        <translation>InPost anuluje tylko nieopłacone przesyłki. „Wymień” kupi inną.</translation>
    </message>
    <message>
        <source>InPost cannot be reached. Check the internet connection and try again.</source>
        <translation>Nie ma połączenia z InPost. Sprawdź internet i spróbuj jeszcze raz.</translation>
    </message>
    <message>
        <source>InPost cannot be reached. Files waiting to be bought: {count}</source>
        <translation>Brak połączenia z InPost. Pliki czekające na zakup przesyłek: {count}</translation>
    </message>
    <message>
        <source>InPost cannot be reached; I keep trying.</source>
        <translation>Brak połączenia z InPost, próbuję dalej.</translation>
    </message>
    <message>
        <source>InPost changed the service: {before} became {after}.</source>
        <translation>InPost zmienił usługę: zamiast „{before}” jest „{after}”.</translation>
    </message>
    <message>
        <source>InPost confirms the purchase; that takes a few seconds.</source>
        <translation>InPost potwierdza zakup; to trwa kilka sekund.</translation>
    </message>
    <message>
        <source>InPost could not be asked</source>
        <translation>nie udało się zapytać InPost</translation>
    </message>
    <message>
        <source>InPost could not be asked: what it has is not known</source>
        <translation>Nie udało się zapytać InPost: nie wiadomo, co tam jest</translation>
    </message>
    <message>
        <source>InPost could not make its label: try again later, or print it in Manager Paczek.</source>
        <translation>InPost nie mógł przygotować jej etykiety: spróbuj później albo wydrukuj ją w Managerze Paczek.</translation>
    </message>
    <message>
        <source>InPost could not say the price just now.</source>
        <translation>InPost nie podał teraz ceny.</translation>
    </message>
    <message>
        <source>InPost did not accept the token of this account.</source>
        <translation>InPost nie przyjął tokenu tego konta.</translation>
    </message>
    <message>
        <source>InPost did not answer. Try again in a moment.</source>
        <translation>InPost nie odpowiedział. Spróbuj za chwilę.</translation>
    </message>
    <message>
        <source>InPost did not call the old order off: {number}.</source>
        <translation>InPost nie anulował starego zlecenia: {number}.</translation>
    </message>
    <message>
        <source>InPost did not do it</source>
        <translation>InPost tego nie zrobił</translation>
    </message>
    <message>
        <source>InPost did not say why. Check the place and the data or call InPost, then order again.</source>
        <translation>InPost nie podał powodu. Sprawdź miejsce i dane albo zadzwoń do InPost, potem zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>InPost did not take the payment</source>
        <translation>InPost nie przyjął płatności</translation>
    </message>
    <message>
        <source>InPost did not understand which offer was meant. Ask for new ones and choose.</source>
        <translation>InPost nie zrozumiał, o którą ofertę chodzi. Zapytaj o nowe i wybierz.</translation>
    </message>
    <message>
        <source>InPost does not answer.</source>
        <translation>InPost nie odpowiada.</translation>
    </message>
    <message>
        <source>InPost does not answer: {time}</source>
        <translation>InPost nie odpowiada: {time}</translation>
    </message>
    <message>
        <source>InPost does not find this shipment; at times it does so by mistake. Nothing was charged. Look again.</source>
        <translation>InPost nie znajduje tej przesyłki; czasem robi to przez pomyłkę. Nic nie pobrano. Sprawdź ponownie.</translation>
    </message>
    <message>
        <source>InPost does not have it</source>
        <translation>Nie ma jej w InPost</translation>
    </message>
    <message>
        <source>InPost does not have it, but over an hour has passed since it was asked for.</source>
        <translation>InPost jej nie ma, ale od zlecenia minęła ponad godzina.</translation>
    </message>
    <message>
        <source>InPost does not have it: buy it first.</source>
        <translation>InPost jej nie ma: najpierw ją kup.</translation>
    </message>
    <message>
        <source>InPost does not know it</source>
        <translation>InPost jej nie zna</translation>
    </message>
    <message>
        <source>InPost does not know this token. Copy it once more, whole, from Manager Paczek → My account → API.</source>
        <translation>InPost nie zna tego tokenu. Skopiuj go jeszcze raz, w całości: Manager Paczek → Moje konto → API.</translation>
    </message>
    <message>
        <source>InPost does not sell this offer any more; nothing was charged. Ask for new ones.</source>
        <translation>InPost nie sprzedaje już tej oferty; nic nie pobrano. Zapytaj o nowe.</translation>
    </message>
    <message>
        <source>InPost does not show it yet. It is looked up again by itself.</source>
        <translation>InPost jeszcze go nie pokazuje. Program sam sprawdzi ponownie.</translation>
    </message>
    <message>
        <source>InPost draws its labels for this printer itself.</source>
        <translation>Etykiety dla tej drukarki rysuje sam InPost.</translation>
    </message>
    <message>
        <source>InPost has a shipment with this reference. It may be this one or another one.</source>
        <translation>InPost ma przesyłkę z tym numerem zamówienia. Może to ta, a może inna.</translation>
    </message>
    <message>
        <source>InPost has given no label yet. It is bought; fetch it in a moment.</source>
        <translation>InPost nie wydał jeszcze etykiety. Przesyłka jest kupiona; pobierz etykietę za chwilę.</translation>
    </message>
    <message>
        <source>InPost has it</source>
        <translation>jest już w InPost</translation>
    </message>
    <message>
        <source>InPost has it already</source>
        <translation>InPost już ją ma</translation>
    </message>
    <message>
        <source>InPost has it in order {number} already</source>
        <translation>InPost ma ją już w zleceniu odbioru nr {number}</translation>
    </message>
    <message>
        <source>InPost has moved these hours before; Warsaw time.</source>
        <translation>InPost już zmieniał te godziny; czas warszawski.</translation>
    </message>
    <message>
        <source>InPost has no printer commands for some labels: {count}</source>
        <translation>Etykiety, dla których InPost nie ma komend drukarki: {count}</translation>
    </message>
    <message>
        <source>InPost has no such label for this service: let the receiver send it back as a new parcel.</source>
        <translation>InPost nie ma takiej etykiety dla tej usługi: odbiorca może odesłać towar jako nową paczkę.</translation>
    </message>
    <message>
        <source>InPost has no such shipment in this account: it was cancelled there, or is another account’s. Look for it in Manager Paczek.</source>
        <translation>InPost nie ma takiej przesyłki na tym koncie: została tam anulowana albo należy do innego konta. Poszukaj jej w Managerze Paczek.</translation>
    </message>
    <message>
        <source>InPost has no such shipment.</source>
        <translation>InPost nie ma takiej przesyłki.</translation>
    </message>
    <message>
        <source>InPost has not answered for {time}.</source>
        <translation>InPost nie odpowiada od {time}.</translation>
    </message>
    <message>
        <source>InPost has not begun to take the payment. Pay again.</source>
        <translation>InPost nie zaczął pobierać płatności. Zapłać ponownie.</translation>
    </message>
    <message>
        <source>InPost has not given a number yet.</source>
        <translation>InPost nie nadał jeszcze numeru.</translation>
    </message>
    <message>
        <source>InPost has not said it yet; look again in a moment.</source>
        <translation>InPost jeszcze go nie podał; sprawdź za chwilę.</translation>
    </message>
    <message>
        <source>InPost has not said yet whether it is cancelled; look again soon.</source>
        <translation>InPost nie potwierdził jeszcze anulowania; wkrótce sprawdź ponownie.</translation>
    </message>
    <message>
        <source>InPost has not said yet whether it is paid. It is not paid twice. Look again.</source>
        <translation>InPost nie potwierdził jeszcze, czy przesyłka jest opłacona. Nie zapłacisz dwa razy. Sprawdź ponownie.</translation>
    </message>
    <message>
        <source>InPost has not scanned it yet.</source>
        <translation>InPost jeszcze jej nie skanował.</translation>
    </message>
    <message>
        <source>InPost has the order and has not confirmed it yet. It is followed by itself.</source>
        <translation>InPost ma zlecenie i jeszcze go nie potwierdził. Program sam to śledzi.</translation>
    </message>
    <message>
        <source>InPost has under this reference</source>
        <translation>InPost ma pod tym numerem zamówienia</translation>
    </message>
    <message>
        <source>InPost is being asked.</source>
        <translation>Pytam InPost.</translation>
    </message>
    <message>
        <source>InPost is being read…</source>
        <translation>Trwa odczyt z InPost…</translation>
    </message>
    <message>
        <source>InPost is read now; until that is done nothing is sent.</source>
        <translation>Teraz trwa odczyt z InPost; do jego końca nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>InPost knows no dispatch point of yours: type the address.</source>
        <translation>InPost nie zna żadnego Twojego punktu nadania: wpisz adres.</translation>
    </message>
    <message>
        <source>InPost knows no other dispatch point of yours.</source>
        <translation>InPost nie zna innych Twoich punktów nadania.</translation>
    </message>
    <message>
        <source>InPost knows the token but gives it no rights. Check in Manager Paczek what the token may do.</source>
        <translation>InPost zna token, ale nie daje mu uprawnień. Sprawdź w Managerze Paczek, co ten token może.</translation>
    </message>
    <message>
        <source>InPost labels</source>
        <translation>Etykiety InPost</translation>
    </message>
    <message>
        <source>InPost left out: {count}; the list of hand-overs shows which.</source>
        <translation>InPost pominął: {count}; które, pokazuje lista wydań.</translation>
    </message>
    <message>
        <source>InPost made no manifest of it, as of parcels made elsewhere: print it in Manager Paczek.</source>
        <translation>InPost nie wystawił dla niej potwierdzenia nadania, jak dla paczek utworzonych gdzie indziej: wydrukuj je w Managerze Paczek.</translation>
    </message>
    <message>
        <source>InPost made no return label.</source>
        <translation>InPost nie przygotował etykiety zwrotnej.</translation>
    </message>
    <message>
        <source>InPost makes a place of it</source>
        <translation>InPost utworzy z niego punkt nadania</translation>
    </message>
    <message>
        <source>InPost makes no such paper while it is in this state: read its state again.</source>
        <translation>InPost nie wystawia takiego dokumentu przesyłce w tym stanie: odśwież jej stan.</translation>
    </message>
    <message>
        <source>InPost may charge for both, by your contract.</source>
        <translation>InPost może policzyć oba, według umowy.</translation>
    </message>
    <message>
        <source>InPost may charge for both; it does not say now what that costs.</source>
        <translation>InPost może policzyć oba; ceny teraz nie podaje.</translation>
    </message>
    <message>
        <source>InPost may charge for both; the second costs {price}.</source>
        <translation>InPost może policzyć oba; cena drugiego: {price}.</translation>
    </message>
    <message>
        <source>InPost may charge more or send it back: measure such parcels before posting.</source>
        <translation>InPost może doliczyć opłatę albo ją odesłać: mierz takie paczki przed nadaniem.</translation>
    </message>
    <message>
        <source>InPost may not take: {count}. They may be in another order already.</source>
        <translation>InPost może nie przyjąć: {count}. Mogą już być w innym zleceniu.</translation>
    </message>
    <message>
        <source>InPost may still hold them in the old order {number} today, and turn the new one down.</source>
        <translation>InPost może dziś jeszcze trzymać je w starym zleceniu {number} i odrzucić nowe.</translation>
    </message>
    <message>
        <source>InPost names a price for each of its services; you choose one of them.</source>
        <translation>InPost poda ceny swoich usług, a Ty wybierzesz jedną z nich.</translation>
    </message>
    <message>
        <source>InPost offers no list of points at this address.</source>
        <translation>Pod tym adresem InPost nie udostępnia listy punktów.</translation>
    </message>
    <message>
        <source>InPost only chooses the offer; this program pays for it at once</source>
        <translation>InPost tylko wybiera ofertę; od razu opłaca ją ten program</translation>
    </message>
    <message>
        <source>InPost or a courier has some parcels of order {number}: {which}.</source>
        <translation>Część paczek ze zlecenia {number} ma już InPost albo kurier: {which}.</translation>
    </message>
    <message>
        <source>InPost prepares the offers. Nothing is bought by that.</source>
        <translation>InPost przygotowuje oferty. To jeszcze niczego nie kupuje.</translation>
    </message>
    <message>
        <source>InPost says of the order: {reason}. Check the place and the data or call InPost, then order again.</source>
        <translation>InPost odpowiada na zlecenie: {reason}. Sprawdź miejsce i dane albo zadzwoń do InPost, potem zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>InPost seems not to have it, but that is not certain.</source>
        <translation>InPost chyba jej nie ma, ale to nie jest pewne.</translation>
    </message>
    <message>
        <source>InPost shows none</source>
        <translation>InPost żadnej nie pokazuje</translation>
    </message>
    <message>
        <source>InPost shows nothing under this reference</source>
        <translation>InPost nie pokazuje nic pod tym numerem zamówienia</translation>
    </message>
    <message>
        <source>InPost shows something under {reference} now.</source>
        <translation>InPost pokazuje teraz coś pod numerem zamówienia {reference}.</translation>
    </message>
    <message>
        <source>InPost still has some of these parcels in another order.</source>
        <translation>InPost ma niektóre z tych paczek jeszcze w innym zleceniu.</translation>
    </message>
    <message>
        <source>InPost takes it from the balance at once.</source>
        <translation>InPost pobierze to z salda od razu.</translation>
    </message>
    <message>
        <source>InPost takes none now. Open again: {time}, in {left}.</source>
        <translation>InPost teraz ich nie przyjmuje. Będzie można: {time}, za {left}.</translation>
    </message>
    <message>
        <source>InPost turned the pickup order {number} down.</source>
        <translation>InPost odrzucił zlecenie odbioru {number}.</translation>
    </message>
    <message>
        <source>InPost wants to know it when a parcel is bought.</source>
        <translation>InPost pyta o sposób nadania przy każdej kupowanej przesyłce.</translation>
    </message>
    <message>
        <source>InPost was read: everything can be sent again.</source>
        <translation>Odczytano dane z InPost: wszystko można znowu wysyłać.</translation>
    </message>
    <message>
        <source>InPost was told no offer. Ask for new ones and choose one.</source>
        <translation>InPost nie dowiedział się, którą ofertę kupić. Zapytaj o nowe i wybierz jedną.</translation>
    </message>
    <message>
        <source>InPost&apos;s answer of {time}</source>
        <translation>odpowiedź InPost z {time}</translation>
    </message>
    <message>
        <source>InPost&apos;s cheapest offer</source>
        <translation>Najtańsza oferta InPost</translation>
    </message>
    <message>
        <source>InPost&apos;s couriers do not come to this address.</source>
        <translation>Kurierzy InPost nie przyjeżdżają pod ten adres.</translation>
    </message>
    <message>
        <source>InPost&apos;s dispatch point</source>
        <translation>punkt nadania w InPost</translation>
    </message>
    <message>
        <source>InPost&apos;s order still lists those that stay. Here they are ready again: order a courier for them on the next working day; where InPost turns that down, call InPost.</source>
        <translation>Te, które zostają, są nadal w zleceniu InPost. Tutaj znów są gotowe: zamów po nie kuriera w następny dzień roboczy; jeśli InPost odrzuci zlecenie, zadzwoń do InPost.</translation>
    </message>
    <message>
        <source>InPost&apos;s own commands go to this printer: only their fields can be checked, and they may look different.</source>
        <translation>Do tej drukarki idą gotowe polecenia InPost: można sprawdzić tylko ich pola, a wydruk może wyglądać inaczej.</translation>
    </message>
    <message>
        <source>InPost&apos;s own label commands</source>
        <translation>gotowe polecenia od InPost</translation>
    </message>
    <message>
        <source>InPost&apos;s tracking</source>
        <translation>Śledzenie InPost</translation>
    </message>
    <message>
        <source>InPost&apos;s trial environment · no courier comes, labels say SPECIMEN</source>
        <translation>próbne środowisko InPost · kurier nie przyjedzie, etykiety mają napis SPECIMEN</translation>
    </message>
    <message>
        <source>InPost’s answer was lost. It is being looked for, and nothing is bought twice.</source>
        <translation>Odpowiedź InPost przepadła. Szukam jej i niczego nie kupię drugi raz.</translation>
    </message>
    <message>
        <source>InPost’s number {id}</source>
        <translation>Numer w InPost {id}</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>Czy wszystko się zgadza?</translation>
    </message>
    <message>
        <source>Is the data sound?</source>
        <translation>Czy dane są w porządku?</translation>
    </message>
    <message>
        <source>Is there a newer version?</source>
        <translation>Czy jest nowsza wersja?</translation>
    </message>
    <message>
        <source>It begins as soon as an account with a token is open.</source>
        <translation>Odbiór zacznie się, gdy otwarte będzie konto z tokenem.</translation>
    </message>
    <message>
        <source>It breaks at character {place}, “{rest}”: {why}.</source>
        <translation>Błąd od znaku {place}, „{rest}”: {why}.</translation>
    </message>
    <message>
        <source>It breaks at the end: {why}.</source>
        <translation>Błąd na końcu: {why}.</translation>
    </message>
    <message>
        <source>It comes back: ask the receiver whether to send it once more.</source>
        <translation>Wraca: zapytaj odbiorcę, czy wysłać ją jeszcze raz.</translation>
    </message>
    <message>
        <source>It comes back: ask the receiver why, and settle the order.</source>
        <translation>Wraca: zapytaj odbiorcę dlaczego i rozlicz zamówienie.</translation>
    </message>
    <message>
        <source>It comes before the first one in the pile.</source>
        <translation>W kolejce stoi przed pierwszą.</translation>
    </message>
    <message>
        <source>It counts once; the courier has it.</source>
        <translation>Liczy się raz; kurier już ją ma.</translation>
    </message>
    <message>
        <source>It did not come whole. Scan this code once more.</source>
        <translation>Kod nie dotarł w całości. Zeskanuj go jeszcze raz.</translation>
    </message>
    <message>
        <source>It does not send Enter after each code. With Enter it would be surer; its manual says how.</source>
        <translation>Skaner nie wysyła Enter po kodzie. Z Enter byłoby pewniej; jak to ustawić, mówi jego instrukcja.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the folder is back.</source>
        <translation>Praca ruszy sama, gdy folder znów będzie dostępny.</translation>
    </message>
    <message>
        <source>It goes to a Paczkomat; this shipment goes to an address.</source>
        <translation>Ta usługa idzie do Paczkomatu, a przesyłka pod adres.</translation>
    </message>
    <message>
        <source>It goes to an address; this shipment goes to a Paczkomat.</source>
        <translation>Ta usługa idzie pod adres, a przesyłka do Paczkomatu.</translation>
    </message>
    <message>
        <source>It is a command of the station.</source>
        <translation>To polecenie stanowiska.</translation>
    </message>
    <message>
        <source>It is an operator&apos;s badge.</source>
        <translation>To identyfikator operatora.</translation>
    </message>
    <message>
        <source>It is cancelled: do not send it.</source>
        <translation>Jest anulowana: nie wysyłaj jej.</translation>
    </message>
    <message>
        <source>It is half a code: scan it again.</source>
        <translation>To tylko część kodu: zeskanuj jeszcze raz.</translation>
    </message>
    <message>
        <source>It is looked for as an order&apos;s reference: {references}</source>
        <translation>Program szuka zamówienia o numerze: {references}</translation>
    </message>
    <message>
        <source>It is looked up by itself. Do not order again until then.</source>
        <translation>Program sam to sprawdza. Do tego czasu nie zamawiaj ponownie.</translation>
    </message>
    <message>
        <source>It is not known whether InPost has the pickup order.</source>
        <translation>Nie wiadomo, czy InPost przyjął zlecenie odbioru.</translation>
    </message>
    <message>
        <source>It is not paid. Once cancelled it cannot be bought any more.</source>
        <translation>Nie jest opłacona. Anulowanej nie da się już kupić.</translation>
    </message>
    <message>
        <source>It is not paid: pay for it first.</source>
        <translation>Nie jest opłacona: najpierw ją opłać.</translation>
    </message>
    <message>
        <source>It is only heard from this computer, and no proxy on it is trusted. Name the proxy (127.0.0.1), or take other computers too.</source>
        <translation>Odbierane jest tylko to, co przychodzi z tego komputera, a żaden serwer proxy na nim nie jest zaufany. Podaj go (127.0.0.1) albo włącz odbiór także z innych komputerów.</translation>
    </message>
    <message>
        <source>It is the code of a product, not of an order.</source>
        <translation>To kod produktu, nie zamówienia.</translation>
    </message>
    <message>
        <source>It is the number of a parcel.</source>
        <translation>To numer przesyłki.</translation>
    </message>
    <message>
        <source>It is this shipment</source>
        <translation>To jest ta przesyłka</translation>
    </message>
    <message>
        <source>It looks like the code of a locker.</source>
        <translation>To wygląda na kod Paczkomatu.</translation>
    </message>
    <message>
        <source>It needs the token of this account.</source>
        <translation>Potrzebny jest do tego token tego konta.</translation>
    </message>
    <message>
        <source>It prints at {percent} %: switch off “fit to page” in the driver, or take its paper.</source>
        <translation>Wydruk ma {percent} %: wyłącz w sterowniku „dopasuj do strony” albo wybierz jego papier.</translation>
    </message>
    <message>
        <source>It sends Enter after each code.</source>
        <translation>Skaner wysyła Enter po każdym kodzie.</translation>
    </message>
    <message>
        <source>It sends Tab after each code.</source>
        <translation>Skaner wysyła Tab po każdym kodzie.</translation>
    </message>
    <message>
        <source>It sends a line feed after each code.</source>
        <translation>Skaner wysyła znak nowego wiersza po każdym kodzie.</translation>
    </message>
    <message>
        <source>It stands there only once company and invoice data are filled in.</source>
        <translation>Pojawia się tam dopiero po uzupełnieniu danych firmy i danych do faktury.</translation>
    </message>
    <message>
        <source>It stays held back; the next run fetches it.</source>
        <translation>Pozostaje zatrzymana; pobierze ją następny przebieg.</translation>
    </message>
    <message>
        <source>It stays in the watched folder until then; other files go on.</source>
        <translation>Do tego czasu zostaje w obserwowanym folderze, a inne pliki są wczytywane dalej.</translation>
    </message>
    <message>
        <source>It swaps capital and small letters; they are put right.</source>
        <translation>Zamienia wielkie i małe litery; program to prostuje.</translation>
    </message>
    <message>
        <source>It takes a few seconds, longer where something does not answer.</source>
        <translation>Trwa kilka sekund, dłużej, gdy coś nie odpowiada.</translation>
    </message>
    <message>
        <source>It types as slowly as a person. Let it send a sign such as ~ before each code (its manual says how), then begin again.</source>
        <translation>Skaner pisze tak wolno jak człowiek. Ustaw w nim znak wysyłany przed każdym kodem, na przykład ~ (jak, mówi instrukcja), a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>It waits until the purchases under way have ended.</source>
        <translation>Czeka, aż skończą się zakupy w toku.</translation>
    </message>
    <message>
        <source>It was found out by itself just now.</source>
        <translation>Właśnie wyjaśniło się samo.</translation>
    </message>
    <message>
        <source>It was on the wrong parcel</source>
        <translation>Była na niewłaściwej paczce</translation>
    </message>
    <message>
        <source>It was replaced by another shipment before; nothing was bought.</source>
        <translation>Już wcześniej wymieniono ją na inną przesyłkę; niczego nie kupiono.</translation>
    </message>
    <message>
        <source>It was the last one: nothing has to come again.</source>
        <translation>To była ostatnia: niczego nie trzeba drukować ponownie.</translation>
    </message>
    <message>
        <source>Its bar code was read back. Larger paper would need no shrinking.</source>
        <translation>Jej kod kreskowy został sprawdzony. Na większym papierze nie trzeba jej zmniejszać.</translation>
    </message>
    <message>
        <source>Its courier may still come. If he is not to, call InPost.</source>
        <translation>Kurier może jeszcze przyjechać. Jeśli ma nie przyjeżdżać, zadzwoń do InPost.</translation>
    </message>
    <message>
        <source>Its files wait until that account is open.</source>
        <translation>Pliki w nim czekają, aż to konto zostanie otwarte.</translation>
    </message>
    <message>
        <source>Its orders are bought without a question, also when nobody is here. Only let people use this folder who may buy.</source>
        <translation>Zamówienia są kupowane bez pytania, także gdy nikogo nie ma. Daj dostęp do folderu tylko osobom, które mogą kupować.</translation>
    </message>
    <message>
        <source>Its parcels are ready again and another courier can be ordered. InPost is not told: a courier may still come.</source>
        <translation>Paczki znów będą gotowe i można zamówić innego kuriera. InPost się o tym nie dowie: kurier może jeszcze przyjechać.</translation>
    </message>
    <message>
        <source>Its parcels are ready again: order a courier.</source>
        <translation>Paczki znów są gotowe: zamów kuriera.</translation>
    </message>
    <message>
        <source>Its parcels are ready: order again once InPost answers.</source>
        <translation>Jego przesyłki są gotowe: zamów jeszcze raz, gdy InPost znów odpowie.</translation>
    </message>
    <message>
        <source>Its parcels are ready: order again.</source>
        <translation>Jego przesyłki są gotowe: zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>Its parcels are ready: renew the token in Settings, then order again.</source>
        <translation>Jego przesyłki są gotowe: odnów token w Ustawieniach i zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>Its place in the pile has passed, so it waits for you.</source>
        <translation>Jej miejsce w kolejce już minęło, więc czeka na Ciebie.</translation>
    </message>
    <message>
        <source>Its token is deleted from the keyring. What was bought stays in its ledger, and comes back when you add the account again.</source>
        <translation>Jego token zniknie z pęku kluczy. To, co kupiono, zostaje w rejestrze i wróci, gdy dodasz konto ponownie.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>Zapisz jako szablon</translation>
    </message>
    <message>
        <source>Keep as a preset…</source>
        <translation>Zapisz jako szablon…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Keep it here, the courier must not take it.</source>
        <translation>Zostaw ją tutaj, kurier nie może jej zabrać.</translation>
    </message>
    <message>
        <source>Keep it only while the program runs</source>
        <translation>Pamiętaj tylko do zamknięcia programu</translation>
    </message>
    <message>
        <source>Keep the computer awake</source>
        <translation>Nie usypiaj komputera</translation>
    </message>
    <message>
        <source>Kept with everything that is done here.</source>
        <translation>Program zapisuje ją przy każdej czynności na tym stanowisku.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klawisze</translation>
    </message>
    <message>
        <source>Label check: a scan compares</source>
        <translation>Kontrola etykiet: skan porównuje</translation>
    </message>
    <message>
        <source>Label files that are missing here and so in the copy: {count}.</source>
        <translation>Pliki etykiet, których brakuje tutaj, a więc i w kopii: {count}.</translation>
    </message>
    <message>
        <source>Label ready</source>
        <translation>Etykieta gotowa</translation>
    </message>
    <message>
        <source>Label {number}</source>
        <translation>Etykieta {number}</translation>
    </message>
    <message>
        <source>Labels PDF…</source>
        <translation>Etykiety PDF…</translation>
    </message>
    <message>
        <source>Labels as a PDF…</source>
        <translation>Etykiety jako PDF…</translation>
    </message>
    <message>
        <source>Labels become PDF files there; another program prints them.</source>
        <translation>Etykiety trafią tam jako pliki PDF; wydrukuje je inny program.</translation>
    </message>
    <message>
        <source>Labels checked</source>
        <translation>Etykiety sprawdzone</translation>
    </message>
    <message>
        <source>Labels checked: {count}</source>
        <translation>Etykiety sprawdzone: {count}</translation>
    </message>
    <message>
        <source>Labels fetched before go on printing.</source>
        <translation>Etykiety pobrane wcześniej drukują się dalej.</translation>
    </message>
    <message>
        <source>Labels fetched before go on printing; waiting: {count}.</source>
        <translation>Etykiety pobrane wcześniej drukują się dalej; czekają: {count}.</translation>
    </message>
    <message>
        <source>Labels held back</source>
        <translation>Zatrzymane etykiety</translation>
    </message>
    <message>
        <source>Labels held back: {count}</source>
        <translation>Zatrzymane etykiety: {count}</translation>
    </message>
    <message>
        <source>Labels name the sender that was saved last.</source>
        <translation>Na etykietach stoi nadawca zapisany ostatnio.</translation>
    </message>
    <message>
        <source>Labels name your organisation as InPost knows it.</source>
        <translation>Na etykietach stoi Twoja organizacja, tak jak zna ją InPost.</translation>
    </message>
    <message>
        <source>Labels of both may come out by turns: look at the references.</source>
        <translation>Etykiety mogą się przeplatać: patrz na referencje.</translation>
    </message>
    <message>
        <source>Labels printed before: {count}.</source>
        <translation>Etykiety drukowane już wcześniej: {count}.</translation>
    </message>
    <message>
        <source>Labels printed: {count}</source>
        <translation>Wydrukowane etykiety: {count}</translation>
    </message>
    <message>
        <source>Labels that are neither here nor in the copy: {count}.</source>
        <translation>Etykiety, których nie ma ani tutaj, ani w kopii: {count}.</translation>
    </message>
    <message>
        <source>Labels that came late</source>
        <translation>Etykiety, które przyszły późno</translation>
    </message>
    <message>
        <source>Labels that came too late: {count}</source>
        <translation>Etykiety spóźnione: {count}</translation>
    </message>
    <message>
        <source>Labels that come again: {count}</source>
        <translation>Etykiety do ponownego wydruku: {count}</translation>
    </message>
    <message>
        <source>Labels that could not be had: {count}.</source>
        <translation>Etykiety, których nie udało się pobrać: {count}.</translation>
    </message>
    <message>
        <source>Labels that did not come out: {count}. See to the printer.</source>
        <translation>Etykiety, które nie wyszły: {count}. Zajrzyj do drukarki.</translation>
    </message>
    <message>
        <source>Labels that had waited: {count} printed.</source>
        <translation>Etykiety, które czekały: wydrukowano {count}.</translation>
    </message>
    <message>
        <source>Labels that may be printed already</source>
        <translation>Etykiety, które mogły już się wydrukować</translation>
    </message>
    <message>
        <source>Labels that may be printed already: {count}</source>
        <translation>Etykiety, które mogły już się wydrukować: {count}</translation>
    </message>
    <message>
        <source>Labels: {count}</source>
        <translation>Etykiety: {count}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Język i wygląd</translation>
    </message>
    <message>
        <source>Last label ·</source>
        <translation>Ostatnia etykieta ·</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Później</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Wyjdź</translation>
    </message>
    <message>
        <source>Leave everything empty, and labels name your organisation as InPost knows it.</source>
        <translation>Zostaw wszystko puste, a na etykietach będzie Twoja organizacja, tak jak zna ją InPost.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Zostaw, jak jest</translation>
    </message>
    <message>
        <source>Leave the draft</source>
        <translation>Wyjdź ze szkicu</translation>
    </message>
    <message>
        <source>Leave the notices out</source>
        <translation>Wyłącz powiadomienia</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Pomiń je</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Została</translation>
    </message>
    <message>
        <source>Left behind after the last courier: {count}.</source>
        <translation>Zostały po ostatnim kurierze: {count}.</translation>
    </message>
    <message>
        <source>Left out: tokens, receivers, the sender, references (only digests of them), names of accounts, printers and folders, addresses. Nothing is sent: the report becomes a file that you pass on yourself.</source>
        <translation>Nie ma w nim: tokenów, odbiorców, nadawcy, referencji (tylko ich skróty), nazw kont, drukarek i folderów, adresów. Nic nie jest wysyłane: raport staje się plikiem, który przekazujesz dalej samodzielnie.</translation>
    </message>
    <message>
        <source>Length of the ruler</source>
        <translation>Długość linijki</translation>
    </message>
    <message>
        <source>Length of the ruler from 20 to {end}, in mm</source>
        <translation>Długość linijki od 20 do {end}, w mm</translation>
    </message>
    <message>
        <source>Length, mm</source>
        <translation>Długość, mm</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Mniej</translation>
    </message>
    <message>
        <source>Lines of one order, one parcel</source>
        <translation>Wiersze jednego zamówienia, jedna paczka</translation>
    </message>
    <message>
        <source>List of orders</source>
        <translation>Lista zleceń</translation>
    </message>
    <message>
        <source>Listening at port {port}.</source>
        <translation>Odbiór na porcie {port}.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Szukaj jeszcze raz</translation>
    </message>
    <message>
        <source>Look around first; the settings have all of this.</source>
        <translation>Najpierw się rozejrzyj; to wszystko jest też w ustawieniach.</translation>
    </message>
    <message>
        <source>Look at InPost</source>
        <translation>Sprawdź w InPost</translation>
    </message>
    <message>
        <source>Look at it in the list of orders.</source>
        <translation>Obejrzyj je na liście zleceń.</translation>
    </message>
    <message>
        <source>Look at the label</source>
        <translation>Obejrzyj etykietę</translation>
    </message>
    <message>
        <source>Look at the label as it prints</source>
        <translation>Podgląd etykiety, tak jak się wydrukuje</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Obejrzyj je</translation>
    </message>
    <message>
        <source>Look for them on the Shipments page.</source>
        <translation>Poszukaj ich na stronie Przesyłki.</translation>
    </message>
    <message>
        <source>Look there for them, in their order.</source>
        <translation>Szukaj ich tam, po kolei.</translation>
    </message>
    <message>
        <source>Looked for anywhere in the code; ^ is the beginning of the code and $ its end.</source>
        <translation>Szukane w dowolnym miejscu kodu; ^ to początek kodu, a $ jego koniec.</translation>
    </message>
    <message>
        <source>Looking at this computer and the way to InPost…</source>
        <translation>Sprawdzanie komputera i drogi do InPost…</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Szukam drukarek…</translation>
    </message>
    <message>
        <source>Looking for the nearest open points…</source>
        <translation>Szukam najbliższych czynnych punktów…</translation>
    </message>
    <message>
        <source>Looking into the copy…</source>
        <translation>Zaglądanie do kopii…</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Zaginione</translation>
    </message>
    <message>
        <source>MPK</source>
        <translation>MPK</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Utworzono</translation>
    </message>
    <message>
        <source>Made by itself while the window is open: orders, shipments, labels and settings of every account. Tokens are in no copy.</source>
        <translation>Powstaje sama, gdy okno jest otwarte: zamówienia, przesyłki, etykiety i ustawienia wszystkich kont. Tokenów nie ma w żadnej kopii.</translation>
    </message>
    <message>
        <source>Make a complaint to InPost, with the number and the value of the contents.</source>
        <translation>Złóż reklamację w InPost, podaj numer i wartość zawartości.</translation>
    </message>
    <message>
        <source>Make a new address</source>
        <translation>Utwórz nowy adres</translation>
    </message>
    <message>
        <source>Make no copies</source>
        <translation>Nie rób kopii</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Zrób kopię</translation>
    </message>
    <message>
        <source>Manager Paczek → My account → API. Copy the token and paste it here.</source>
        <translation>Manager Paczek → Moje konto → API. Skopiuj token i wklej tutaj.</translation>
    </message>
    <message>
        <source>Manifest of hand-over {number}</source>
        <translation>Potwierdzenie nadania do wydania {number}</translation>
    </message>
    <message>
        <source>Manifest {number}</source>
        <translation>Potwierdzenie nadania {number}</translation>
    </message>
    <message>
        <source>May be late</source>
        <translation>Może się spóźnić</translation>
    </message>
    <message>
        <source>May parcels be bought by themselves?</source>
        <translation>Czy przesyłki mogą być kupowane automatycznie?</translation>
    </message>
    <message>
        <source>Maybe printed</source>
        <translation>Może wydrukowane</translation>
    </message>
    <message>
        <source>Measure from 20 to the number named.</source>
        <translation>Zmierz od 20 do podanej liczby.</translation>
    </message>
    <message>
        <source>Mended while importing</source>
        <translation>Poprawione przy imporcie</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>pon.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>poniedziałek</translation>
    </message>
    <message>
        <source>Monday {date}</source>
        <translation>poniedziałek {date}</translation>
    </message>
    <message>
        <source>Monday {time}</source>
        <translation>poniedziałek {time}</translation>
    </message>
    <message>
        <source>Money on each shipment</source>
        <translation>Kwoty na poszczególnych przesyłkach</translation>
    </message>
    <message>
        <source>Month file {month}…</source>
        <translation>Zestawienie miesiąca {month}…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>More: {count}</source>
        <translation>Więcej: {count}</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Więcej…</translation>
    </message>
    <message>
        <source>Move to a new computer</source>
        <translation>Przenosiny na nowy komputer</translation>
    </message>
    <message>
        <source>Move to a new computer…</source>
        <translation>Przenieś na nowy komputer…</translation>
    </message>
    <message>
        <source>Move “{column}” to the left</source>
        <translation>Przesuń „{column}” w lewo</translation>
    </message>
    <message>
        <source>Move “{column}” to the right</source>
        <translation>Przesuń „{column}” w prawo</translation>
    </message>
    <message>
        <source>Moved to another computer on {moment}: nothing is sent from here.</source>
        <translation>Przeniesiono na inny komputer {moment}: stąd nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>NEXT ORDER: {armed}</source>
        <translation>NASTĘPNE ZAMÓWIENIE: {armed}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Podaj folder.</translation>
    </message>
    <message>
        <source>Name of another operator</source>
        <translation>Imię i nazwisko nowego operatora</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>Nazwa miejsca</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nazwa szablonu</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>Nazwa tego stanowiska</translation>
    </message>
    <message>
        <source>Name the columns</source>
        <translation>Wskaż kolumny</translation>
    </message>
    <message>
        <source>Names of points in capitals: {n}</source>
        <translation>Nazwy punktów wielkimi literami: {n}</translation>
    </message>
    <message>
        <source>Nearest that take the parcel:</source>
        <translation>Najbliższe, które przyjmą paczkę:</translation>
    </message>
    <message>
        <source>Needed where the router or the proxy is another device.</source>
        <translation>Potrzebne, gdy router lub serwer pośredniczący (proxy) to inne urządzenie.</translation>
    </message>
    <message>
        <source>Needless blanks removed: {n}</source>
        <translation>Zbędne odstępy usunięte: {n}</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>Adres w sieci</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nowa</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nowy plik</translation>
    </message>
    <message>
        <source>New pattern</source>
        <translation>Nowy wzorzec</translation>
    </message>
    <message>
        <source>New printer</source>
        <translation>Nowa drukarka</translation>
    </message>
    <message>
        <source>New shipment</source>
        <translation>Nowa przesyłka</translation>
    </message>
    <message>
        <source>New shipment {reference}</source>
        <translation>Nowa przesyłka {reference}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Next free place on the sheet</source>
        <translation>Następne wolne miejsce na arkuszu</translation>
    </message>
    <message>
        <source>Next in the pile · {left} left</source>
        <translation>Następna w stosie · zostało {left}</translation>
    </message>
    <message>
        <source>Next link</source>
        <translation>Następny odnośnik</translation>
    </message>
    <message>
        <source>Next or previous part of the window</source>
        <translation>Następna lub poprzednia część okna</translation>
    </message>
    <message>
        <source>Next or previous place found</source>
        <translation>Następne lub poprzednie miejsce</translation>
    </message>
    <message>
        <source>Next or previous row that needs you</source>
        <translation>Następny lub poprzedni wiersz do poprawy</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Następna strona</translation>
    </message>
    <message>
        <source>Next parcels</source>
        <translation>Następne paczki</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Następne znalezione miejsce</translation>
    </message>
    <message>
        <source>Next place found, or follow the link</source>
        <translation>Następne miejsce albo otwarcie odnośnika</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Następny problem</translation>
    </message>
    <message>
        <source>Next, without a keyring</source>
        <translation>Dalej, bez pęku kluczy</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Dalej: {step}</translation>
    </message>
    <message>
        <source>No InPost account is connected yet.</source>
        <translation>Nie połączono jeszcze konta InPost.</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Brak konta</translation>
    </message>
    <message>
        <source>No account is open. Add one in Settings, or try the demo.</source>
        <translation>Żadne konto nie jest otwarte. Dodaj je w Ustawieniach albo wypróbuj demo.</translation>
    </message>
    <message>
        <source>No account is open; open one first.</source>
        <translation>Żadne konto nie jest otwarte; najpierw je otwórz.</translation>
    </message>
    <message>
        <source>No connection to InPost</source>
        <translation>Brak połączenia z InPost</translation>
    </message>
    <message>
        <source>No copies are made: a broken disk would take everything along.</source>
        <translation>Kopie nie powstają: uszkodzony dysk zabrałby wszystko ze sobą.</translation>
    </message>
    <message>
        <source>No copy lies there yet. The first one comes by itself.</source>
        <translation>Nie ma tam jeszcze kopii. Pierwsza powstanie sama.</translation>
    </message>
    <message>
        <source>No copy of the data was made since {moment}.</source>
        <translation>Od {moment} nie powstała żadna kopia danych.</translation>
    </message>
    <message>
        <source>No copy of the data was made today, and none before.</source>
        <translation>Dzisiaj nie powstała kopia danych, wcześniej też żadna.</translation>
    </message>
    <message>
        <source>No courier comes by itself.</source>
        <translation>Kurier nie przyjeżdża sam.</translation>
    </message>
    <message>
        <source>No courier comes for it then. Those of its parcels ({count}) that are still here are ready again.</source>
        <translation>Kurier po nie wtedy nie przyjedzie. Te z jego przesyłek ({count}), które są jeszcze na miejscu, znów czekają na kuriera.</translation>
    </message>
    <message>
        <source>No courier comes. Correct what is wrong and order again.</source>
        <translation>Kurier nie przyjedzie. Popraw błąd i zamów ponownie.</translation>
    </message>
    <message>
        <source>No courier comes. Order again without the parcels named here.</source>
        <translation>Kurier nie przyjedzie. Zamów ponownie bez wymienionych paczek.</translation>
    </message>
    <message>
        <source>No courier is ordered: {number}.</source>
        <translation>Kurier nie jest zamówiony: {number}.</translation>
    </message>
    <message>
        <source>No courier was ordered today.</source>
        <translation>Dziś nie zamówiono kuriera.</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>Żaden folder nie jest obserwowany.</translation>
    </message>
    <message>
        <source>No label here can be printed again.</source>
        <translation>Nie ma tu etykiety do ponownego druku.</translation>
    </message>
    <message>
        <source>No label is held back any more.</source>
        <translation>Żadna etykieta nie jest już zatrzymana.</translation>
    </message>
    <message>
        <source>No label of this pile is called that.</source>
        <translation>W tym pliku nie ma takiej etykiety.</translation>
    </message>
    <message>
        <source>No label yet</source>
        <translation>Nie ma jeszcze etykiety</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Bez podpowiedzi</translation>
    </message>
    <message>
        <source>No notification has come yet.</source>
        <translation>Nie przyszło jeszcze żadne powiadomienie.</translation>
    </message>
    <message>
        <source>No offset mends that: look at how the paper lies.</source>
        <translation>Żadna poprawka tego nie naprawi: sprawdź, jak leży papier.</translation>
    </message>
    <message>
        <source>No operator yet. Add one, print the badge, and operators can sign on with it.</source>
        <translation>Nie ma jeszcze operatorów. Dodaj operatora i wydrukuj identyfikator, a będzie się nim logować.</translation>
    </message>
    <message>
        <source>No order fits. Choose another time or state.</source>
        <translation>Żadne zlecenie nie pasuje. Wybierz inny czas lub stan.</translation>
    </message>
    <message>
        <source>No order will be found by it.</source>
        <translation>Po tym kodzie nie da się znaleźć zamówienia.</translation>
    </message>
    <message>
        <source>No parcel is ticked. Tick those the courier is to take.</source>
        <translation>Żadna paczka nie jest zaznaczona. Zaznacz te, które kurier ma zabrać.</translation>
    </message>
    <message>
        <source>No pattern fits.</source>
        <translation>Żaden wzorzec nie pasuje.</translation>
    </message>
    <message>
        <source>No pattern yet. Order references and InPost numbers are known without one; a pattern is for a shop&apos;s code that holds a reference among other things.</source>
        <translation>Nie ma jeszcze wzorców. Numery zamówień i numery InPost program rozpoznaje sam; wzorzec jest potrzebny, gdy kod sklepu zawiera numer zamówienia obok innych znaków.</translation>
    </message>
    <message>
        <source>No printer chosen</source>
        <translation>Nie wybrano drukarki</translation>
    </message>
    <message>
        <source>No printer is chosen yet.</source>
        <translation>Nie wybrano jeszcze drukarki.</translation>
    </message>
    <message>
        <source>No printer is chosen; choose one in the settings.</source>
        <translation>Nie wybrano drukarki; wybierz ją w ustawieniach.</translation>
    </message>
    <message>
        <source>No printer is set up yet. Take one that was found, or add one.</source>
        <translation>Nie ma jeszcze żadnej drukarki. Weź jedną ze znalezionych albo dodaj własną.</translation>
    </message>
    <message>
        <source>No printer prints documents on A4.</source>
        <translation>Żadna drukarka nie drukuje dokumentów na A4.</translation>
    </message>
    <message>
        <source>No shipment fits what is chosen and typed.</source>
        <translation>Żadna przesyłka nie pasuje do tego, co wybrano i wpisano.</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>Brak tokenu</translation>
    </message>
    <message>
        <source>No, go back</source>
        <translation>Nie, wróć</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Poz.</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Nikt nie przyjechał</translation>
    </message>
    <message>
        <source>Nobody can pack before a badge is scanned, and it is kept who did what.</source>
        <translation>Bez zeskanowania identyfikatora nie można pakować; program zapisuje, kto co zrobił.</translation>
    </message>
    <message>
        <source>Nobody has said yet how the parcels leave.</source>
        <translation>Nie wiadomo jeszcze, jak wyjeżdżają paczki.</translation>
    </message>
    <message>
        <source>Nobody presses a button for them: InPost charges this account as soon as a file is in. You are asked once for this account; Settings switch it off at any time.</source>
        <translation>Nikt nie naciska przy tym przycisku: InPost obciąża to konto zaraz po wczytaniu pliku. To pytanie pada raz dla danego konta, a w Ustawieniach można to w każdej chwili wyłączyć.</translation>
    </message>
    <message>
        <source>Nobody said yet how parcels leave; choose the way of sending.</source>
        <translation>Nie podano jeszcze, jak nadajesz paczki; wybierz sposób nadania.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Bez proxy</translation>
    </message>
    <message>
        <source>None came out</source>
        <translation>Żadna nie wyszła</translation>
    </message>
    <message>
        <source>None of the rows is ready.</source>
        <translation>Żaden wiersz nie jest gotowy.</translation>
    </message>
    <message>
        <source>None of the selected rows is ready.</source>
        <translation>Żaden z zaznaczonych wierszy nie jest gotowy.</translation>
    </message>
    <message>
        <source>None of the selected shipments is open to that: {act}.</source>
        <translation>Żadna z zaznaczonych przesyłek na to nie pozwala: {act}.</translation>
    </message>
    <message>
        <source>Not available: {acts}.</source>
        <translation>Niedostępne: {acts}.</translation>
    </message>
    <message>
        <source>Not collected in time</source>
        <translation>Nieodebrana w terminie</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nie połączono</translation>
    </message>
    <message>
        <source>Not counted any more: take it back from the courier.</source>
        <translation>Już się nie liczy: zabierz ją od kuriera.</translation>
    </message>
    <message>
        <source>Not handed over</source>
        <translation>Nie wydano</translation>
    </message>
    <message>
        <source>Not handed over yet</source>
        <translation>Jeszcze nie wydane</translation>
    </message>
    <message>
        <source>Not handed over: {count} of {total}</source>
        <translation>Nie wydano: {count} z {total}</translation>
    </message>
    <message>
        <source>Not in one box: more than one has cash on delivery or extra protection, and I add up no money.</source>
        <translation>Nie w jednym pudełku: więcej niż jedno zamówienie ma pobranie lub dodatkową ochronę, a kwot nie sumuję.</translation>
    </message>
    <message>
        <source>Not in order: {count} of {total}. What to do stands beside each.</source>
        <translation>Nie w porządku: {count} z {total}. Przy każdej rzeczy stoi, co zrobić.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Not of this hand-over: keep it here.</source>
        <translation>Nie z tego wydania: zostaw ją tutaj.</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nieopłacone</translation>
    </message>
    <message>
        <source>Not paid: cash on delivery needs the company&apos;s name, address, tax number and bank account. Fill them in in Manager Paczek, then pay again.</source>
        <translation>Nieopłacona: pobranie wymaga nazwy firmy, adresu, NIP i numeru konta bankowego. Uzupełnij je w Managerze Paczek i zapłać ponownie.</translation>
    </message>
    <message>
        <source>Not paid: the account has no courier contract. Ask InPost to activate courier services, then pay again.</source>
        <translation>Nieopłacona: konto nie ma umowy kurierskiej. Poproś InPost o włączenie usług kurierskich i zapłać ponownie.</translation>
    </message>
    <message>
        <source>Not paid: the balance is too low, or InPost has blocked the account. Top up in Manager Paczek, then pay again.</source>
        <translation>Nieopłacona: saldo jest za niskie albo InPost zablokował konto. Doładuj w Managerze Paczek i zapłać ponownie.</translation>
    </message>
    <message>
        <source>Not printed yet.</source>
        <translation>Jeszcze nie wydrukowano.</translation>
    </message>
    <message>
        <source>Not printed: {reason}</source>
        <translation>Nie wydrukowano: {reason}</translation>
    </message>
    <message>
        <source>Not saved yet: something is missing or wrong.</source>
        <translation>Jeszcze nie zapisano: czegoś brakuje albo coś jest nie tak.</translation>
    </message>
    <message>
        <source>Not set yet: the Pickup page asks for it with the first order.</source>
        <translation>Jeszcze nie podano: strona Odbiór zapyta przy pierwszym zleceniu.</translation>
    </message>
    <message>
        <source>Not to be had for this parcel</source>
        <translation>Niedostępne dla tej paczki</translation>
    </message>
    <message>
        <source>Not used: {columns}</source>
        <translation>Nieużywane: {columns}</translation>
    </message>
    <message>
        <source>Note for the courier</source>
        <translation>Uwagi dla kuriera</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Decyzja zapisana.</translation>
    </message>
    <message>
        <source>Nothing can be bought as it stands.</source>
        <translation>W tej postaci nie da się nic kupić.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nic nie znaleziono</translation>
    </message>
    <message>
        <source>Nothing here to be written</source>
        <translation>Nie ma tu nic do zapisania</translation>
    </message>
    <message>
        <source>Nothing is called so. Try a town, a street or a post code.</source>
        <translation>Nie ma nic o tej nazwie. Wpisz miejscowość, ulicę albo kod pocztowy.</translation>
    </message>
    <message>
        <source>Nothing is decided before you confirm it.</source>
        <translation>Dopóki tego nie potwierdzisz, nic się nie zmieni.</translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>Nic nie jest usuwane.</translation>
    </message>
    <message>
        <source>Nothing is lost or bought twice.</source>
        <translation>Nic nie zginęło i nic nie zostanie kupione drugi raz.</translation>
    </message>
    <message>
        <source>Nothing matches. Esc shows all rows again.</source>
        <translation>Nic nie pasuje. Esc pokaże znów wszystkie wiersze.</translation>
    </message>
    <message>
        <source>Nothing runs in the background</source>
        <translation>Nic się nie dzieje w tle</translation>
    </message>
    <message>
        <source>Nothing to be fixed</source>
        <translation>Nic do poprawy</translation>
    </message>
    <message>
        <source>Nothing to correct.</source>
        <translation>Nie ma czego poprawiać.</translation>
    </message>
    <message>
        <source>Nothing to do: InPost delivers it later.</source>
        <translation>Nic nie trzeba robić: InPost doręczy ją później.</translation>
    </message>
    <message>
        <source>Nothing to do: the receiver gets it elsewhere.</source>
        <translation>Nic nie trzeba robić: odbiorca dostanie ją gdzie indziej.</translation>
    </message>
    <message>
        <source>Nothing waits for a courier. Parcels come here once paid for.</source>
        <translation>Nic nie czeka na kuriera. Paczki pojawią się tu po opłaceniu.</translation>
    </message>
    <message>
        <source>Nothing was bought twice.</source>
        <translation>Nic nie zostało kupione drugi raz.</translation>
    </message>
    <message>
        <source>Nothing was bought.</source>
        <translation>Niczego nie kupiono.</translation>
    </message>
    <message>
        <source>Nothing was changed: a courier did come, InPost or he has all parcels of order {number}.</source>
        <translation>Nic nie zmieniono: kurier jednak był, InPost albo kurier ma wszystkie paczki ze zlecenia {number}.</translation>
    </message>
    <message>
        <source>Nothing was changed: no courier was to come for order {number} any more.</source>
        <translation>Nic nie zmieniono: po zlecenie {number} kurier już nie miał przyjechać.</translation>
    </message>
    <message>
        <source>Nothing was decided and nothing comes again so far.</source>
        <translation>Niczego nie zmieniono i na razie nic nie wyjdzie ponownie.</translation>
    </message>
    <message>
        <source>Nothing was decided. Look at it first.</source>
        <translation>Nic nie zostało rozstrzygnięte. Najpierw to sprawdź.</translation>
    </message>
    <message>
        <source>Nothing was handed over yet.</source>
        <translation>Jeszcze nic nie wydano.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Powiadomienia</translation>
    </message>
    <message>
        <source>Notifications of InPost do not arrive; parcels are followed all the same.</source>
        <translation>Powiadomienia InPost nie docierają; przesyłki i tak są śledzone.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Teraz</translation>
    </message>
    <message>
        <source>Now a Paczkomat, now a PaczkoPunkt</source>
        <translation>Raz Paczkomat, raz PaczkoPunkt</translation>
    </message>
    <message>
        <source>Now this would go: orders {orders}, shipments {shipments}, labels {labels}; from then on each day what has become too old. From the copies it goes with time, when newer ones take their place. It cannot be taken back once it is deleted.</source>
        <translation>Teraz usunięte zostałyby: zamówienia {orders}, przesyłki {shipments}, etykiety {labels}; potem codziennie to, co stało się za stare. Z kopii zniknie z czasem, gdy zastąpią je nowsze. Usuniętych danych nie da się odzyskać.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numer</translation>
    </message>
    <message>
        <source>Number on the last good label</source>
        <translation>Numer z ostatniej dobrej etykiety</translation>
    </message>
    <message>
        <source>Number or its last 4 digits</source>
        <translation>Numer lub jego 4 ostatnie cyfry</translation>
    </message>
    <message>
        <source>Number, name, telephone, point, town</source>
        <translation>Numer, nazwisko, telefon, punkt, miejscowość</translation>
    </message>
    <message>
        <source>Number, place or order</source>
        <translation>Numer, miejsce, zamówienie</translation>
    </message>
    <message>
        <source>Numbers written without blanks: {n}</source>
        <translation>Numery zapisane bez odstępów: {n}</translation>
    </message>
    <message>
        <source>Numbers, statuses and requests with their times; nothing personal.</source>
        <translation>Numery, statusy i zapytania z czasem; żadnych danych osobowych.</translation>
    </message>
    <message>
        <source>Off. Parcels are followed by asking InPost now and then.</source>
        <translation>Wyłączone. Program co jakiś czas sam pyta InPost o przesyłki.</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Oferty</translation>
    </message>
    <message>
        <source>Offers without a price wait for you.</source>
        <translation>Oferty bez ceny czekają na Ciebie.</translation>
    </message>
    <message>
        <source>Offers: {count}</source>
        <translation>Oferty: {count}</translation>
    </message>
    <message>
        <source>Offset entered in the form: right {right}, down {down}.</source>
        <translation>Poprawka wpisana w formularzu: w prawo {right}, w dół {down}.</translation>
    </message>
    <message>
        <source>Offset of the print</source>
        <translation>Przesunięcie wydruku</translation>
    </message>
    <message>
        <source>On Windows</source>
        <translation>W Windows</translation>
    </message>
    <message>
        <source>On fixed days, without an order. Nothing will remind you of it.</source>
        <translation>W stałe dni, bez zamawiania. Nic nie będzie o tym przypominać.</translation>
    </message>
    <message>
        <source>On the label</source>
        <translation>Na etykiecie</translation>
    </message>
    <message>
        <source>On the label:</source>
        <translation>Na etykiecie:</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>W drodze</translation>
    </message>
    <message>
        <source>On these days:</source>
        <translation>W te dni:</translation>
    </message>
    <message>
        <source>On which days does the courier come?</source>
        <translation>W które dni przyjeżdża kurier?</translation>
    </message>
    <message>
        <source>One more parcel costs money</source>
        <translation>Kolejna paczka kosztuje</translation>
    </message>
    <message>
        <source>One of these is no IP address.</source>
        <translation>Jeden z tych wpisów nie jest adresem IP.</translation>
    </message>
    <message>
        <source>One parcel; every reference leads to it.</source>
        <translation>Jedna przesyłka; prowadzi do niej każdy z tych numerów zamówień.</translation>
    </message>
    <message>
        <source>One shipment with that many parcels.</source>
        <translation>Jedna przesyłka z tyloma paczkami.</translation>
    </message>
    <message>
        <source>Only InPost may send</source>
        <translation>Tylko od InPost</translation>
    </message>
    <message>
        <source>Only buy</source>
        <translation>Tylko kup</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>Tylko ręcznie</translation>
    </message>
    <message>
        <source>Only the ticked ones</source>
        <translation>Tylko zaznaczone</translation>
    </message>
    <message>
        <source>Only where the new computer was not used, or is used no more: two computers with the same account do not know of each other&apos;s parcels. InPost is read before anything is sent.</source>
        <translation>Tylko jeśli nowy komputer nie był używany albo już nie jest: dwa komputery z tym samym kontem nie wiedzą nawzajem o swoich paczkach. Zanim cokolwiek zostanie wysłane, program odczyta dane z InPost.</translation>
    </message>
    <message>
        <source>Only {digits} digits; there have to be 9.</source>
        <translation>Liczba cyfr: {digits}, a musi być 9.</translation>
    </message>
    <message>
        <source>Only {reference}</source>
        <translation>Tylko {reference}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Open 24/7</source>
        <translation>Czynne 24/7</translation>
    </message>
    <message>
        <source>Open InPost&apos;s tracking page</source>
        <translation>Otwórz stronę śledzenia InPost</translation>
    </message>
    <message>
        <source>Open an account and take it here.</source>
        <translation>Otwórz konto i wybierz je tutaj.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Otwórz wynik</translation>
    </message>
    <message>
        <source>Open this one at start</source>
        <translation>Otwieraj to przy starcie</translation>
    </message>
    <message>
        <source>Opening the account…</source>
        <translation>Otwieram konto…</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatorzy</translation>
    </message>
    <message>
        <source>Operators sign on with a badge</source>
        <translation>Logowanie identyfikatorem</translation>
    </message>
    <message>
        <source>Or scan the last label that came out well: those after it are printed again.</source>
        <translation>Albo zeskanuj ostatnią dobrze wydrukowaną etykietę: następne po niej wydrukują się ponownie.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Zamówienie</translation>
    </message>
    <message>
        <source>Order a courier</source>
        <translation>Zlecenie</translation>
    </message>
    <message>
        <source>Order a courier for {count}</source>
        <translation>Zamów kuriera po {count}</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Zamów ponownie</translation>
    </message>
    <message>
        <source>Order files (*.csv *.xlsx *.ods *.txt)</source>
        <translation>Pliki z zamówieniami (*.csv *.xlsx *.ods *.txt)</translation>
    </message>
    <message>
        <source>Order files that are put there are imported by themselves. Each is then moved to the folder “done” or “failed” beside it, with its result file.</source>
        <translation>Pliki zamówień wrzucone do tego folderu importują się same. Potem każdy trafia do podfolderu „done” albo „failed”, razem z plikiem wyniku.</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>Nr zam.</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Numer zamówienia</translation>
    </message>
    <message>
        <source>Order numbers may be short.</source>
        <translation>Numery zamówień bywają krótkie.</translation>
    </message>
    <message>
        <source>Order of the pile</source>
        <translation>Kolejność partii</translation>
    </message>
    <message>
        <source>Order without them</source>
        <translation>Zamów bez nich</translation>
    </message>
    <message>
        <source>Ordering…</source>
        <translation>Zamawiam…</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Zamówienia</translation>
    </message>
    <message>
        <source>Orders for today</source>
        <translation>Zlecenia na dziś</translation>
    </message>
    <message>
        <source>Orders for today are taken until</source>
        <translation>Zlecenia na dziś przyjmowane są do</translation>
    </message>
    <message>
        <source>Orders for today are taken until {time}, {left} left.</source>
        <translation>Zlecenia na dziś przyjmowane są do {time}, zostało {left}.</translation>
    </message>
    <message>
        <source>Orders for today until {time}, {left} left</source>
        <translation>Zlecenia na dziś do {time}, zostało {left}</translation>
    </message>
    <message>
        <source>Orders made now are for {day}</source>
        <translation>Zlecenia złożone teraz: {day}</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organizacja</translation>
    </message>
    <message>
        <source>Organisation {id}</source>
        <translation>Organizacja {id}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Inny</translation>
    </message>
    <message>
        <source>Other address…</source>
        <translation>Inny adres…</translation>
    </message>
    <message>
        <source>Other dispatch points…</source>
        <translation>Inne punkty nadania…</translation>
    </message>
    <message>
        <source>Other problems</source>
        <translation>Inne problemy</translation>
    </message>
    <message>
        <source>Our field</source>
        <translation>Nasze pole</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN operatora: {name}</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKCJA</translation>
    </message>
    <message>
        <source>Packing list as a PDF…</source>
        <translation>Lista do pakowania jako PDF…</translation>
    </message>
    <message>
        <source>Packing list…</source>
        <translation>Lista do pakowania…</translation>
    </message>
    <message>
        <source>Packing slips</source>
        <translation>Karty do pakowania</translation>
    </message>
    <message>
        <source>Packing slips as a PDF…</source>
        <translation>Karty do pakowania jako PDF…</translation>
    </message>
    <message>
        <source>Paczka w Weekend</source>
        <translation>Paczka w Weekend</translation>
    </message>
    <message>
        <source>Paczka w Weekend can be made</source>
        <translation>Kiedy można nadać Paczkę w Weekend</translation>
    </message>
    <message>
        <source>Paczka w Weekend goes to a Paczkomat open day and night only.</source>
        <translation>Paczka w Weekend trafia tylko do Paczkomatu czynnego całą dobę.</translation>
    </message>
    <message>
        <source>Paczka w Weekend until {time}, {left} left</source>
        <translation>Paczka w Weekend: do {time}, zostało {left}</translation>
    </message>
    <message>
        <source>Paczka w Weekend, rows: {n}</source>
        <translation>Paczka w Weekend, wiersze: {n}</translation>
    </message>
    <message>
        <source>PaczkoPunkt</source>
        <translation>PaczkoPunkt</translation>
    </message>
    <message>
        <source>PaczkoPunkt, so InPost changes the service: {n}</source>
        <translation>PaczkoPunkt, InPost zmieni usługę: {n}</translation>
    </message>
    <message>
        <source>PaczkoPunkt{number}: InPost changes the service to “{service}”.</source>
        <translation>PaczkoPunkt{number}: InPost zmieni usługę na „{service}”.</translation>
    </message>
    <message>
        <source>Paczkomat: {lockers} · courier: {couriers}</source>
        <translation>Paczkomat: {lockers} · kurier: {couriers}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
    <message>
        <source>Paid from the balance: {amount}.</source>
        <translation>Pobrano z salda: {amount}.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Parcel lost</source>
        <translation>Paczka zaginęła</translation>
    </message>
    <message>
        <source>Parcel number</source>
        <translation>Numer przesyłki</translation>
    </message>
    <message>
        <source>Parcel size</source>
        <translation>Gabaryt</translation>
    </message>
    <message>
        <source>Parcel {number} was replaced: do not send it. {money}</source>
        <translation>Przesyłkę {number} wymieniono: nie nadawaj jej. {money}</translation>
    </message>
    <message>
        <source>Parcel {number}: {what}</source>
        <translation>Paczka {number}: {what}</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>Paczki</translation>
    </message>
    <message>
        <source>Parcels can be shipped all the same.</source>
        <translation>Mimo to paczki można nadawać.</translation>
    </message>
    <message>
        <source>Parcels it is about: {count}.</source>
        <translation>Paczki, o które chodzi: {count}.</translation>
    </message>
    <message>
        <source>Parcels of order {number}</source>
        <translation>Paczki ze zlecenia {number}</translation>
    </message>
    <message>
        <source>Parcels that wait for it: {count}.</source>
        <translation>Paczki, które na to czekają: {count}.</translation>
    </message>
    <message>
        <source>Parcels that would be bought by themselves: {count}</source>
        <translation>Przesyłki gotowe do automatycznego zakupu: {count}</translation>
    </message>
    <message>
        <source>Parcels with another order in the same box: {n}</source>
        <translation>Przesyłki razem z innym zamówieniem w jednym pudełku: {n}</translation>
    </message>
    <message>
        <source>Parcels without a courier: {count}.</source>
        <translation>Paczki bez zamówionego kuriera: {count}.</translation>
    </message>
    <message>
        <source>Parcels: {count}</source>
        <translation>Paczki: {count}</translation>
    </message>
    <message>
        <source>Part of the label lies off the paper: correct less.</source>
        <translation>Część etykiety wychodzi poza papier: zmniejsz poprawkę.</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Części strony</translation>
    </message>
    <message>
        <source>Paste it in Manager Paczek: My account, API, notifications.</source>
        <translation>Wklej go w Managerze Paczek: Moje konto, API, powiadomienia.</translation>
    </message>
    <message>
        <source>Pattern {number}</source>
        <translation>Wzorzec {number}</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Wzorce</translation>
    </message>
    <message>
        <source>Pay again</source>
        <translation>Zapłać ponownie</translation>
    </message>
    <message>
        <source>Pay again ({count})</source>
        <translation>Zapłać ponownie ({count})</translation>
    </message>
    <message>
        <source>Pay again for a row</source>
        <translation>Zapłać ponownie za wiersz</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Płatność</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Odbiór</translation>
    </message>
    <message>
        <source>Pickup order</source>
        <translation>Zlecenie odbioru</translation>
    </message>
    <message>
        <source>Pickup order {number}</source>
        <translation>Zlecenie odbioru {number}</translation>
    </message>
    <message>
        <source>Pickup orders</source>
        <translation>Zlecenia odbioru</translation>
    </message>
    <message>
        <source>Picture of the label</source>
        <translation>Obraz etykiety</translation>
    </message>
    <message>
        <source>Plug the stick in, or connect to the share.</source>
        <translation>Podłącz pendrive albo połącz się z udziałem sieciowym.</translation>
    </message>
    <message>
        <source>Point where you post it</source>
        <translation>Punkt, w którym nadajesz</translation>
    </message>
    <message>
        <source>Points found</source>
        <translation>Znalezione punkty</translation>
    </message>
    <message>
        <source>Points read</source>
        <translation>Pobrane punkty</translation>
    </message>
    <message>
        <source>Points round {place}</source>
        <translation>Punkty wokół {place}</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Port na tym komputerze</translation>
    </message>
    <message>
        <source>Position in the pile</source>
        <translation>Pozycja w partii</translation>
    </message>
    <message>
        <source>Position {row}, {heading}: {text}.</source>
        <translation>Pozycja {row}, {heading}: {text}.</translation>
    </message>
    <message>
        <source>Possible again in {left}: {when}.</source>
        <translation>Będzie można za {left}: {when}.</translation>
    </message>
    <message>
        <source>Possible for another {left}, until {when}.</source>
        <translation>Można jeszcze przez {left}, do: {when}.</translation>
    </message>
    <message>
        <source>Post code</source>
        <translation>Kod pocztowy</translation>
    </message>
    <message>
        <source>Post codes written like 00-950: {n}</source>
        <translation>Kody pocztowe zapisane w postaci 00-950: {n}</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Nadanie</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Przedrostek</translation>
    </message>
    <message>
        <source>Prepaid account: InPost takes {amount} from the balance at once.</source>
        <translation>Konto przedpłacone: InPost pobierze {amount} z salda od razu.</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Poprzednie znalezione miejsce</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Poprzedni problem</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>Price unknown: InPost names none now. It is charged afterwards.</source>
        <translation>Cena nieznana: InPost jej teraz nie podaje. Opłata zostanie naliczona później.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drukuj</translation>
    </message>
    <message>
        <source>Print ({count})</source>
        <translation>Drukuj ({count})</translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>Drukuj etykietę testową</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Drukuj ponownie</translation>
    </message>
    <message>
        <source>Print again ({count})</source>
        <translation>Wydrukuj ponownie ({count})</translation>
    </message>
    <message>
        <source>Print again from…</source>
        <translation>Drukuj ponownie od…</translation>
    </message>
    <message>
        <source>Print again…</source>
        <translation>Drukuj ponownie…</translation>
    </message>
    <message>
        <source>Print all good ones ({count})</source>
        <translation>Drukuj wszystkie dobre ({count})</translation>
    </message>
    <message>
        <source>Print anyway</source>
        <translation>Drukuj mimo to</translation>
    </message>
    <message>
        <source>Print here first</source>
        <translation>Drukuj najpierw tutaj</translation>
    </message>
    <message>
        <source>Print it now</source>
        <translation>Wydrukuj ją teraz</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>Drukuj listę</translation>
    </message>
    <message>
        <source>Print packing slips</source>
        <translation>Drukuj karty do pakowania</translation>
    </message>
    <message>
        <source>Print record</source>
        <translation>Drukuj protokół</translation>
    </message>
    <message>
        <source>Print the badges</source>
        <translation>Drukuj identyfikatory</translation>
    </message>
    <message>
        <source>Print the label</source>
        <translation>Drukuj etykietę</translation>
    </message>
    <message>
        <source>Print the label again</source>
        <translation>Wydrukuj etykietę ponownie</translation>
    </message>
    <message>
        <source>Print the last label again</source>
        <translation>Wydrukuj ponownie ostatnią etykietę</translation>
    </message>
    <message>
        <source>Print the last label again…</source>
        <translation>Wydrukuj ponownie ostatnią etykietę…</translation>
    </message>
    <message>
        <source>Print the list again</source>
        <translation>Drukuj listę ponownie</translation>
    </message>
    <message>
        <source>Print the return label</source>
        <translation>Wydrukuj etykietę zwrotną</translation>
    </message>
    <message>
        <source>Print the sheet of commands</source>
        <translation>Drukuj arkusz poleceń</translation>
    </message>
    <message>
        <source>Print the test</source>
        <translation>Drukuj test</translation>
    </message>
    <message>
        <source>Print the three codes</source>
        <translation>Drukuj trzy kody</translation>
    </message>
    <message>
        <source>Print the three codes and scan them from the first to the last.</source>
        <translation>Wydrukuj trzy kody i zeskanuj je po kolei, od pierwszego do ostatniego.</translation>
    </message>
    <message>
        <source>Print them now</source>
        <translation>Drukuj je teraz</translation>
    </message>
    <message>
        <source>Print what waits</source>
        <translation>Wydrukuj to, co czeka</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Wydrukowane</translation>
    </message>
    <message>
        <source>Printed and read back: the labels can come.</source>
        <translation>Wydrukowane i odczytane: można drukować etykiety.</translation>
    </message>
    <message>
        <source>Printed for certain: {done} of {total}.</source>
        <translation>Na pewno wydrukowano: {done} z {total}.</translation>
    </message>
    <message>
        <source>Printed: {count}</source>
        <translation>Wydrukowane: {count}</translation>
    </message>
    <message>
        <source>Printed: {title}</source>
        <translation>Wydrukowano: {title}</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drukarka</translation>
    </message>
    <message>
        <source>Printer: {name}</source>
        <translation>Drukarka: {name}</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drukarki</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drukuję</translation>
    </message>
    <message>
        <source>Printing goes on by itself as soon as the printer can print.</source>
        <translation>Druk ruszy sam, gdy tylko drukarka znów będzie gotowa.</translation>
    </message>
    <message>
        <source>Printing goes on by itself when there is paper again.</source>
        <translation>Druk ruszy sam, gdy znów będzie papier.</translation>
    </message>
    <message>
        <source>Printing the label</source>
        <translation>Drukuję etykietę</translation>
    </message>
    <message>
        <source>Printing: {done} of {total}</source>
        <translation>Drukuję: {done} z {total}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Drukuję…</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Drukuje</translation>
    </message>
    <message>
        <source>Prints InPost&apos;s own ZPL or EPL instead of our pixels; only their fields can be checked.</source>
        <translation>Drukuje oryginalne ZPL lub EPL od InPost zamiast naszych pikseli; sprawdzić można tylko ich pola.</translation>
    </message>
    <message>
        <source>Product number of the contract</source>
        <translation>Numer produktu z umowy</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produkcja</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Ochrona</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy of this network</source>
        <translation>Proxy tej sieci</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Adres publiczny</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Popraw</translation>
    </message>
    <message>
        <source>Put it to the returns.</source>
        <translation>Odłóż do zwrotów.</translation>
    </message>
    <message>
        <source>Put the hint away, or all hints</source>
        <translation>Schowaj podpowiedź albo wszystkie podpowiedzi</translation>
    </message>
    <message>
        <source>Read dispatch points from InPost</source>
        <translation>Wczytaj punkty nadania z InPost</translation>
    </message>
    <message>
        <source>Read it before you send it</source>
        <translation>Przeczytaj, zanim wyślesz</translation>
    </message>
    <message>
        <source>Readable, with a reserve.</source>
        <translation>Druk czytelny, z zapasem.</translation>
    </message>
    <message>
        <source>Readable. Scan a finer one, too.</source>
        <translation>Druk czytelny. Zeskanuj też cieńszy kod.</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>Czytanie danych…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Czytam plik…</translation>
    </message>
    <message>
        <source>Reading the parcels…</source>
        <translation>Wczytuję paczki…</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Czytam wiersze…</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Czytam {name}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Czytam…</translation>
    </message>
    <message>
        <source>Reading… rows: {count}</source>
        <translation>Czytam… wiersze: {count}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Ready for pickup</source>
        <translation>Gotowe do odbioru</translation>
    </message>
    <message>
        <source>Ready: {count}</source>
        <translation>Gotowe: {count}</translation>
    </message>
    <message>
        <source>Receive notifications</source>
        <translation>Odbieraj powiadomienia</translation>
    </message>
    <message>
        <source>Received back</source>
        <translation>Przyjęta z powrotem</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Odbiorca</translation>
    </message>
    <message>
        <source>Receivers that are older than you keep them could not be deleted.</source>
        <translation>Nie udało się usunąć danych odbiorców starszych, niż mają być przechowywane.</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Ostatnie partie</translation>
    </message>
    <message>
        <source>Record of hand-over {number}</source>
        <translation>Protokół wydania {number}</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Przekierowana</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Numer referencyjny</translation>
    </message>
    <message>
        <source>Reference: {references}</source>
        <translation>Numer zamówienia: {references}</translation>
    </message>
    <message>
        <source>References numbered, a parcel a row: {n}</source>
        <translation>Numery zamówień z końcówkami, wiersz to paczka: {n}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Odrzucone</translation>
    </message>
    <message>
        <source>Refused by InPost: {n}</source>
        <translation>Odrzucone przez InPost: {n}</translation>
    </message>
    <message>
        <source>Refused by the receiver</source>
        <translation>Odbiorca odmówił przyjęcia</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Wyrażenie regularne</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Zwolnij</translation>
    </message>
    <message>
        <source>Remembered: {count}. The next such file asks again.</source>
        <translation>Zapamiętane: {count}. Następny taki plik znowu zapyta.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Remove from the pile</source>
        <translation>Usuń z partii</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Usuń konto</translation>
    </message>
    <message>
        <source>Remove it from the list only</source>
        <translation>Usuń tylko z listy</translation>
    </message>
    <message>
        <source>Remove parcel {number}</source>
        <translation>Usuń paczkę {number}</translation>
    </message>
    <message>
        <source>Remove this parcel</source>
        <translation>Usuń tę paczkę</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Usunąć konto {name}?</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Usuwam…</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Powtórzone</translation>
    </message>
    <message>
        <source>Repetitions in one another may take for ever, so this one is tried on codes of up to {count} characters only.</source>
        <translation>Zagnieżdżone powtórzenia mogą trwać bez końca, więc ten wzorzec działa tylko dla kodów do {count} znaków.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Wymień</translation>
    </message>
    <message>
        <source>Replace a bought shipment</source>
        <translation>Wymień kupioną przesyłkę</translation>
    </message>
    <message>
        <source>Replace: {reference}</source>
        <translation>Wymień: {reference}</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Wymienione</translation>
    </message>
    <message>
        <source>Replaced, do not send</source>
        <translation>Wymieniona, nie nadawać</translation>
    </message>
    <message>
        <source>Replacing a shipment costs money</source>
        <translation>Wymiana przesyłki kosztuje</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raport</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>Raport dla pomocy</translation>
    </message>
    <message>
        <source>Report for support…</source>
        <translation>Raport dla pomocy…</translation>
    </message>
    <message>
        <source>Requests to InPost</source>
        <translation>Zapytania do InPost</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Rozdzielczość</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Restore from a copy</source>
        <translation>Przywracanie z kopii</translation>
    </message>
    <message>
        <source>Restored from the copy of {day}: {names}.</source>
        <translation>Przywrócono z kopii z {day}: {names}.</translation>
    </message>
    <message>
        <source>Restored from the copy of {moment}: nothing is sent before InPost was read.</source>
        <translation>Przywrócono z kopii z {moment}: nic nie jest wysyłane, dopóki program nie odczyta danych z InPost.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Przywróć…</translation>
    </message>
    <message>
        <source>Restoring and moving</source>
        <translation>Przywracanie i przenosiny</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Zwrot</translation>
    </message>
    <message>
        <source>Return label</source>
        <translation>Etykieta zwrotna</translation>
    </message>
    <message>
        <source>Return label as a PDF…</source>
        <translation>Etykieta zwrotna jako PDF…</translation>
    </message>
    <message>
        <source>Return labels given to the printer: {count}.</source>
        <translation>Etykiety zwrotne wysłane do drukarki: {count}.</translation>
    </message>
    <message>
        <source>Return label…</source>
        <translation>Etykieta zwrotna…</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zwrócone</translation>
    </message>
    <message>
        <source>Right nearly everywhere: what the browser uses is used here too.</source>
        <translation>Dobre prawie wszędzie: program używa tego samego co przeglądarka.</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Obrót</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Wiersz</translation>
    </message>
    <message>
        <source>Rows: {rows}, references: {references}. What are they?</source>
        <translation>Wiersze: {rows}, numery zamówień: {references}. Co to jest?</translation>
    </message>
    <message>
        <source>Rulers, stairs at the edges of the paper, and ever finer codes.</source>
        <translation>Linijki, schodki przy brzegach papieru i kody coraz cieńsze.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GABARYT</translation>
    </message>
    <message>
        <source>SPECIMEN – DO NOT SEND</source>
        <translation>WZÓR – NIE NADAWAĆ (SPECIMEN)</translation>
    </message>
    <message>
        <source>Same parcel</source>
        <translation>Ta sama paczka</translation>
    </message>
    <message>
        <source>Same receiver, same place: {references}</source>
        <translation>Ten sam odbiorca, to samo miejsce: {references}</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>Sklep Przykładowy</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sobota</translation>
    </message>
    <message>
        <source>Saturday {date}</source>
        <translation>sobota {date}</translation>
    </message>
    <message>
        <source>Saturday {time}</source>
        <translation>sobota {time}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Zapisz jako</translation>
    </message>
    <message>
        <source>Save the PIN</source>
        <translation>Zapisz PIN</translation>
    </message>
    <message>
        <source>Save the empty template</source>
        <translation>Zapisz pusty wzór</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Zapisz raport</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Zapisz…</translation>
    </message>
    <message>
        <source>Say how</source>
        <translation>Wskaż</translation>
    </message>
    <message>
        <source>Say once where couriers come to; it is kept and can be changed in Settings.</source>
        <translation>Podaj raz, dokąd przyjeżdża kurier; zapamiętamy to, a zmienisz w Ustawieniach.</translation>
    </message>
    <message>
        <source>Say which</source>
        <translation>Wskaż które</translation>
    </message>
    <message>
        <source>Scan a code on it, or type the letters here.</source>
        <translation>Zeskanuj kod z etykiety albo wpisz tu litery.</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Zeskanuj ponownie</translation>
    </message>
    <message>
        <source>Scan an order, a label or a code of the command sheet: nothing has to be clicked.</source>
        <translation>Skanuj zamówienie, etykietę albo kod z arkusza poleceń: niczego nie trzeba klikać.</translation>
    </message>
    <message>
        <source>Scan each parcel that goes into the van. F9 closes the list, also with parcels missing.</source>
        <translation>Skanuj każdą paczkę, która wchodzi do auta. F9 zamyka listę, także z brakami.</translation>
    </message>
    <message>
        <source>Scan every printed label</source>
        <translation>Skanuj każdą wydrukowaną etykietę</translation>
    </message>
    <message>
        <source>Scan the bar code of the last label that came out well. What the printer got after it comes again, in its order.</source>
        <translation>Zeskanuj kod kreskowy ostatniej dobrze wydrukowanej etykiety. To, co drukarka dostała po niej, wyjdzie jeszcze raz, po kolei.</translation>
    </message>
    <message>
        <source>Scan the bar code with the parcel&apos;s number.</source>
        <translation>Zeskanuj kod z numerem przesyłki.</translation>
    </message>
    <message>
        <source>Scan the finest code</source>
        <translation>Zeskanuj najcieńszy kod</translation>
    </message>
    <message>
        <source>Scan the last good label</source>
        <translation>Zeskanuj ostatnią dobrą etykietę</translation>
    </message>
    <message>
        <source>Scan the last good label…</source>
        <translation>Zeskanuj ostatnią dobrą etykietę…</translation>
    </message>
    <message>
        <source>Scan this one now.</source>
        <translation>Teraz zeskanuj ten kod.</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Zeskanowano</translation>
    </message>
    <message>
        <source>Scanned: {code}</source>
        <translation>Zeskanowano: {code}</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Skaner</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Skany</translation>
    </message>
    <message>
        <source>Scans reach this program only while its window has the keyboard.</source>
        <translation>Skany trafiają do programu tylko wtedy, gdy jego okno jest aktywne.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Search by several words at once: a name, a town, the last digits of a number or phone.</source>
        <translation>Szukaj kilkoma słowami naraz: nazwisko, miasto, końcówka numeru albo telefonu.</translation>
    </message>
    <message>
        <source>Search for a point</source>
        <translation>Szukaj punktu</translation>
    </message>
    <message>
        <source>Search in the guides</source>
        <translation>Szukaj w przewodnikach</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Szukaj w historii</translation>
    </message>
    <message>
        <source>Search this file</source>
        <translation>Szukaj w pliku</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Działy</translation>
    </message>
    <message>
        <source>See to the printer, then print it once more.</source>
        <translation>Zajrzyj do drukarki i wydrukuj ją jeszcze raz.</translation>
    </message>
    <message>
        <source>See whether these printers are here: {names}.</source>
        <translation>Sprawdź, czy te drukarki tu są: {names}.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Przeczytane</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Zaznacz wszystko</translation>
    </message>
    <message>
        <source>Selected and ready: {count} of {ready}</source>
        <translation>Zaznaczone gotowe: {count} z {ready}</translation>
    </message>
    <message>
        <source>Selected ones are not sent</source>
        <translation>Zaznaczonych nie wysyłamy</translation>
    </message>
    <message>
        <source>Selected ones stay</source>
        <translation>Zaznaczone zostają</translation>
    </message>
    <message>
        <source>Send a refused row again</source>
        <translation>Wyślij ponownie odrzucony wiersz</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Wyślij ponownie</translation>
    </message>
    <message>
        <source>Send as standard now</source>
        <translation>Wyślij teraz jako standard</translation>
    </message>
    <message>
        <source>Send once more</source>
        <translation>Wyślij jeszcze raz</translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>Wyślij jeszcze raz</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Nadawca</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Nadawanie</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Już wysłane</translation>
    </message>
    <message>
        <source>Sent before: {n}</source>
        <translation>Już wysłane wcześniej: {n}</translation>
    </message>
    <message>
        <source>Separate parcels</source>
        <translation>Osobne paczki</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Usługa</translation>
    </message>
    <message>
        <source>Services of your contract with InPost. A digit chooses one.</source>
        <translation>Usługi z Twojej umowy z InPost. Cyfra wybiera jedną z nich.</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>Ustaw PIN</translation>
    </message>
    <message>
        <source>Set another PIN</source>
        <translation>Zmień PIN</translation>
    </message>
    <message>
        <source>Set aside: {path}</source>
        <translation>Odłożono: {path}</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>Ustaw przesunięcie</translation>
    </message>
    <message>
        <source>Set this paper</source>
        <translation>Ustaw ten papier</translation>
    </message>
    <message>
        <source>Set this paper: {paper}</source>
        <translation>Ustaw ten papier: {paper}</translation>
    </message>
    <message>
        <source>Set up the shop&apos;s columns…</source>
        <translation>Ustaw kolumny sklepu…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>ShipX batches</source>
        <translation>Numery zbiorcze w ShipX</translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation>Przesyłka</translation>
    </message>
    <message>
        <source>Shipment number</source>
        <translation>Numer przesyłki</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Przesyłki</translation>
    </message>
    <message>
        <source>Shipments made on these days</source>
        <translation>Przesyłki utworzone w tych dniach</translation>
    </message>
    <message>
        <source>Shipments read: {shipments}; parcels of the copy found among them: {found}.</source>
        <translation>Odczytane przesyłki: {shipments}; odnalezione wśród nich paczki z kopii: {found}.</translation>
    </message>
    <message>
        <source>Shipping: a scan prints</source>
        <translation>Wysyłka: skan drukuje</translation>
    </message>
    <message>
        <source>Shortest code</source>
        <translation>Najkrótszy kod</translation>
    </message>
    <message>
        <source>Shortest code with Enter or Tab</source>
        <translation>Najkrótszy kod z Enterem lub Tabem</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Show a hint where something is used first</source>
        <translation>Pokazuj podpowiedź przy pierwszym użyciu</translation>
    </message>
    <message>
        <source>Show all hints again</source>
        <translation>Pokaż wszystkie podpowiedzi od nowa</translation>
    </message>
    <message>
        <source>Show all shipments</source>
        <translation>Pokaż wszystkie przesyłki</translation>
    </message>
    <message>
        <source>Show or hide the chapters</source>
        <translation>Pokaż lub ukryj rozdziały</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>Pokaż lub ukryj panel boczny</translation>
    </message>
    <message>
        <source>Show the shipment in its place</source>
        <translation>Pokaż przesyłkę, która ją zastąpiła</translation>
    </message>
    <message>
        <source>Show the shipment it replaces</source>
        <translation>Pokaż przesyłkę, którą zastępuje</translation>
    </message>
    <message>
        <source>Silence that ends a code</source>
        <translation>Przerwa kończąca kod</translation>
    </message>
    <message>
        <source>Simulator in the program</source>
        <translation>Symulator w programie</translation>
    </message>
    <message>
        <source>Since then, also in the log: {count}</source>
        <translation>Od tej pory, też w dzienniku: {count}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Gab.</translation>
    </message>
    <message>
        <source>Size A, B or C; couriers on contract do not collect there.</source>
        <translation>Gabaryt A, B albo C; paczek kurierskich na umowę tak się nie nadaje.</translation>
    </message>
    <message>
        <source>Size of the parcel</source>
        <translation>Gabaryt paczki</translation>
    </message>
    <message>
        <source>Size where an order has none</source>
        <translation>Gabaryt, gdy go nie podano</translation>
    </message>
    <message>
        <source>Size {size}: {what}</source>
        <translation>Gabaryt {size}: {what}</translation>
    </message>
    <message>
        <source>Sizes of courier parcels</source>
        <translation>Gabaryty paczek kurierskich</translation>
    </message>
    <message>
        <source>Sizes written as a letter: {n}</source>
        <translation>Gabaryty zapisane literą: {n}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pomiń</translation>
    </message>
    <message>
        <source>Skip until the next printing</source>
        <translation>Pomiń do następnego druku</translation>
    </message>
    <message>
        <source>Some parcels changed meanwhile and cannot go. They are marked; order the others.</source>
        <translation>Część paczek w międzyczasie się zmieniła i nie może jechać. Są oznaczone; zamów kuriera po pozostałe.</translation>
    </message>
    <message>
        <source>Somebody chooses among InPost&apos;s offers first.</source>
        <translation>Najpierw ktoś musi wybrać jedną z ofert InPost.</translation>
    </message>
    <message>
        <source>Somebody else prints on this printer too.</source>
        <translation>Na tej drukarce drukuje też ktoś inny.</translation>
    </message>
    <message>
        <source>Somebody has to say what the columns of {name} are.</source>
        <translation>Ktoś musi wskazać, co jest w kolumnach pliku {name}.</translation>
    </message>
    <message>
        <source>Something in the program went wrong</source>
        <translation>Coś w programie poszło nie tak</translation>
    </message>
    <message>
        <source>Something is wrong with the data. Problems: {count}.</source>
        <translation>Z danymi jest coś nie tak. Problemy: {count}.</translation>
    </message>
    <message>
        <source>Sort by “{column}”, downwards</source>
        <translation>Sortuj według „{column}”, malejąco</translation>
    </message>
    <message>
        <source>Sort by “{column}”, upwards</source>
        <translation>Sortuj według „{column}”, rosnąco</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Dźwięki</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Space ticks parcels, Ctrl+Enter orders a courier for them, F9 begins the hand-over.</source>
        <translation>Spacja zaznacza paczki, Ctrl+Enter zamawia po nie kuriera, F9 zaczyna wydanie.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etap</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Uruchom demo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Rozpoczęto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Stanowisko</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation>Pasek stanu</translation>
    </message>
    <message>
        <source>Statuses: {count} on their way, refreshed {time}</source>
        <translation>Statusy: {count} w drodze, odświeżone {time}</translation>
    </message>
    <message>
        <source>Stay in front of other windows</source>
        <translation>Zawsze na wierzchu</translation>
    </message>
    <message>
        <source>Step {number} of {all}: {name}</source>
        <translation>Krok {number} z {all}: {name}</translation>
    </message>
    <message>
        <source>Stick or share for the copy</source>
        <translation>Pendrive lub udział sieciowy na kopię</translation>
    </message>
    <message>
        <source>Still at the printer: {count}</source>
        <translation>Jeszcze w drukarce: {count}</translation>
    </message>
    <message>
        <source>Still to be chosen: {fields}.</source>
        <translation>Jeszcze do wybrania: {fields}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>Zatrzymaj po tej</translation>
    </message>
    <message>
        <source>Stop after this one, or show all rows again</source>
        <translation>Zatrzymaj po tej albo pokaż znów wszystkie wiersze</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Zatrzymaj drukowanie</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Przestań obserwować</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zatrzymano</translation>
    </message>
    <message>
        <source>Stopped by you. Not sent: {count}</source>
        <translation>Zatrzymano na Twoje polecenie. Nie wysłano do drukarki: {count}</translation>
    </message>
    <message>
        <source>Stopped by you. The same button goes on; nothing is bought twice.</source>
        <translation>Zatrzymane przez Ciebie. Ten sam przycisk pójdzie dalej; nic nie zostanie kupione drugi raz.</translation>
    </message>
    <message>
        <source>Stopped by you: nothing was written.</source>
        <translation>Zatrzymane przez Ciebie: nic nie zapisano.</translation>
    </message>
    <message>
        <source>Stopped. Nothing wrong so far; labels read: {count}.</source>
        <translation>Zatrzymano. Na razie wszystko w porządku; przeczytane etykiety: {count}.</translation>
    </message>
    <message>
        <source>Stopped: there is no whole copy of today yet.</source>
        <translation>Zatrzymano: nie ma jeszcze całej kopii z dzisiaj.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymuję…</translation>
    </message>
    <message>
        <source>Straight lines. Square: Paczkomat, round: PaczkoPunkt, crossed: closed.</source>
        <translation>W linii prostej. Kwadrat: Paczkomat, koło: PaczkoPunkt, skreślony: nieczynny.</translation>
    </message>
    <message>
        <source>Straight to InPost, whatever the system says.</source>
        <translation>Prosto do InPost, cokolwiek mówi system.</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Ulica</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Ulica i numer</translation>
    </message>
    <message>
        <source>Street and number put in order: {n}</source>
        <translation>Ulica i numer uporządkowane: {n}</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Przyrostek</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Podsumowanie</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>niedziela</translation>
    </message>
    <message>
        <source>Sunday {date}</source>
        <translation>niedziela {date}</translation>
    </message>
    <message>
        <source>Sunday {time}</source>
        <translation>niedziela {time}</translation>
    </message>
    <message>
        <source>System queue</source>
        <translation>Kolejka systemowa</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Take back “dealt with”</source>
        <translation>Cofnij „załatwione”</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>Usuń PIN</translation>
    </message>
    <message>
        <source>Take the last scan back</source>
        <translation>Cofnij ostatni skan</translation>
    </message>
    <message>
        <source>Take the open account</source>
        <translation>Użyj otwartego konta</translation>
    </message>
    <message>
        <source>Take the rows off the list</source>
        <translation>Zdejmij wiersze z listy</translation>
    </message>
    <message>
        <source>Taken until (Warsaw time)</source>
        <translation>Przyjmowane do (czas w Polsce)</translation>
    </message>
    <message>
        <source>Taken, printed, warning, STOP and a second scan each sound different.</source>
        <translation>Przyjęcie, wydruk, ostrzeżenie, STOP i powtórny skan brzmią różnie.</translation>
    </message>
    <message>
        <source>Teach me your scanner</source>
        <translation>Naucz mnie swojego skanera</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>Etykieta testowa</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>Tekst przewodnika</translation>
    </message>
    <message>
        <source>Text of {name}, read only</source>
        <translation>Treść {name}, tylko do czytania</translation>
    </message>
    <message>
        <source>Texts of the report</source>
        <translation>Teksty raportu</translation>
    </message>
    <message>
        <source>That is another PIN.</source>
        <translation>To inny PIN.</translation>
    </message>
    <message>
        <source>That is nobody&apos;s PIN.</source>
        <translation>Nikt nie ma takiego PIN-u.</translation>
    </message>
    <message>
        <source>That is the program&apos;s own folder. Choose another one.</source>
        <translation>To folder samego programu. Wybierz inny.</translation>
    </message>
    <message>
        <source>That many shipments with the same data. Cash on delivery and extra protection go on the first parcel only.</source>
        <translation>Tyle przesyłek z tymi samymi danymi. Pobranie i dodatkowa ochrona będą tylko na pierwszej paczce.</translation>
    </message>
    <message>
        <source>That shipment belongs to another order.</source>
        <translation>Ta przesyłka należy do innego zamówienia.</translation>
    </message>
    <message>
        <source>That was another one of the three. Scan this one.</source>
        <translation>To był inny z tych trzech kodów. Zeskanuj ten.</translation>
    </message>
    <message>
        <source>The Allegro e-mail address of the buyer is missing.</source>
        <translation>Brak adresu e-mail kupującego z Allegro.</translation>
    </message>
    <message>
        <source>The PDF is written.</source>
        <translation>PDF jest zapisany.</translation>
    </message>
    <message>
        <source>The Paczkomat it is put into is the one it is fetched from.</source>
        <translation>Nadajesz w tym samym Paczkomacie, z którego paczka zostanie odebrana.</translation>
    </message>
    <message>
        <source>The account pays by invoice, at the prices of its contract.</source>
        <translation>Konto ma umowę z fakturą; obowiązują ceny z umowy.</translation>
    </message>
    <message>
        <source>The account was not added.</source>
        <translation>Konto nie zostało dodane.</translation>
    </message>
    <message>
        <source>The answer was lost: InPost may have the order. It is looked up by itself; do not order these parcels again until then.</source>
        <translation>Odpowiedź nie dotarła: InPost mógł przyjąć zlecenie. Program sam to sprawdza; do tego czasu nie zamawiaj tych paczek ponownie.</translation>
    </message>
    <message>
        <source>The balance is too low, or InPost has blocked the account.</source>
        <translation>Saldo jest za niskie albo InPost zablokował konto.</translation>
    </message>
    <message>
        <source>The cash on delivery is more than this service collects.</source>
        <translation>Kwota pobrania przekracza limit tej usługi.</translation>
    </message>
    <message>
        <source>The connection to InPost is back.</source>
        <translation>Połączenie z InPost wróciło.</translation>
    </message>
    <message>
        <source>The copy is made. Nothing is sent from this computer any more.</source>
        <translation>Kopia jest gotowa. Z tego komputera nic już nie będzie wysyłane.</translation>
    </message>
    <message>
        <source>The courier brings it to the door.</source>
        <translation>Kurier przywiezie paczkę pod drzwi.</translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}</source>
        <translation>Uszkodzony plik został zachowany: {path}</translation>
    </message>
    <message>
        <source>The data could not be checked.</source>
        <translation>Nie udało się sprawdzić danych.</translation>
    </message>
    <message>
        <source>The document was not printed.</source>
        <translation>Dokument nie został wydrukowany.</translation>
    </message>
    <message>
        <source>The draft is kept: go on with it to choose an offer.</source>
        <translation>Szkic jest zachowany: wróć do niego, aby wybrać ofertę.</translation>
    </message>
    <message>
        <source>The empty template is saved.</source>
        <translation>Pusty wzór jest zapisany.</translation>
    </message>
    <message>
        <source>The exception is dealt with, or not yet</source>
        <translation>Wyjątek załatwiony albo jeszcze nie</translation>
    </message>
    <message>
        <source>The file leaves a question open.</source>
        <translation>W tym pliku jest pytanie bez odpowiedzi.</translation>
    </message>
    <message>
        <source>The first of them: {reference}</source>
        <translation>Pierwsza z nich: {reference}</translation>
    </message>
    <message>
        <source>The folder belongs to no account yet, so nothing is read.</source>
        <translation>Folder nie należy jeszcze do żadnego konta, więc nic nie jest czytane.</translation>
    </message>
    <message>
        <source>The folder cannot be seen now, so no copy can be made.</source>
        <translation>Tego folderu teraz nie widać, więc nie da się zrobić kopii.</translation>
    </message>
    <message>
        <source>The guide to this page</source>
        <translation>Przewodnik do tej strony</translation>
    </message>
    <message>
        <source>The history cannot be read just now. Open this page again later.</source>
        <translation>Historii nie można teraz odczytać. Otwórz tę stronę ponownie później.</translation>
    </message>
    <message>
        <source>The keyring did not give the token away.</source>
        <translation>Pęk kluczy nie wydał tokenu.</translation>
    </message>
    <message>
        <source>The keyring is being asked…</source>
        <translation>Pytam pęk kluczy…</translation>
    </message>
    <message>
        <source>The label as it prints</source>
        <translation>Etykieta, tak jak się wydrukuje</translation>
    </message>
    <message>
        <source>The label did not come out. See to the printer, then print it.</source>
        <translation>Etykieta nie wyszła. Zajrzyj do drukarki, potem wydrukuj etykietę.</translation>
    </message>
    <message>
        <source>The label does not fit: it is printed at {percent} %.</source>
        <translation>Etykieta się nie mieści: wydrukuje się w {percent} %.</translation>
    </message>
    <message>
        <source>The label got lost</source>
        <translation>Etykieta zginęła</translation>
    </message>
    <message>
        <source>The label is being printed…</source>
        <translation>Etykieta się drukuje…</translation>
    </message>
    <message>
        <source>The label is not printed yet.</source>
        <translation>Etykieta nie jest jeszcze wydrukowana.</translation>
    </message>
    <message>
        <source>The label is printed.</source>
        <translation>Etykieta wydrukowana.</translation>
    </message>
    <message>
        <source>The label of {reference} is no better: {reason}</source>
        <translation>Nowa etykieta {reference} też jest zła: {reason}</translation>
    </message>
    <message>
        <source>The label of {reference} was fetched again and is good.</source>
        <translation>Etykieta {reference} została pobrana ponownie i jest dobra.</translation>
    </message>
    <message>
        <source>The label of {reference} was printed before.</source>
        <translation>Etykieta {reference} była już drukowana.</translation>
    </message>
    <message>
        <source>The label was not printed. Print it again later.</source>
        <translation>Etykieta nie została wydrukowana. Wydrukuj ją ponownie później.</translation>
    </message>
    <message>
        <source>The labels behind this page are samples.</source>
        <translation>Etykiety za tą kartką są przykładowe.</translation>
    </message>
    <message>
        <source>The language changes as soon as the run has ended.</source>
        <translation>Język zmieni się, gdy tylko skończy się wysyłka.</translation>
    </message>
    <message>
        <source>The last copy was made on {moment}.</source>
        <translation>Ostatnia kopia powstała {moment}.</translation>
    </message>
    <message>
        <source>The last good label</source>
        <translation>Ostatnia dobra etykieta</translation>
    </message>
    <message>
        <source>The last notification came at {time}.</source>
        <translation>Ostatnie powiadomienie przyszło o {time}.</translation>
    </message>
    <message>
        <source>The last one printed: {reference}</source>
        <translation>Ostatnio wydrukowana: {reference}</translation>
    </message>
    <message>
        <source>The last ten</source>
        <translation>Ostatnie dziesięć</translation>
    </message>
    <message>
        <source>The law wants receivers&apos; data to be kept no longer than needed. What is older loses names, addresses, phones, e-mails and labels; numbers, dates and prices stay, and the same order is still recognised. Parcels that are still under way are left alone.</source>
        <translation>Prawo każe nie trzymać danych odbiorców dłużej, niż to potrzebne. To, co starsze, traci nazwiska, adresy, telefony, e-maile i etykiety; numery, daty i ceny zostają, a to samo zamówienie nadal jest rozpoznawane. Paczki, które są jeszcze w drodze, zostają nietknięte.</translation>
    </message>
    <message>
        <source>The nearest open ones:</source>
        <translation>Najbliższe czynne:</translation>
    </message>
    <message>
        <source>The network&apos;s points are not on this computer yet. Download them once and search without internet; until then type the whole code, and InPost is asked.</source>
        <translation>Punktów sieci nie ma jeszcze na tym komputerze. Pobierz je raz i szukaj bez internetu; do tego czasu wpisz cały kod, a zapytamy InPost.</translation>
    </message>
    <message>
        <source>The newest first</source>
        <translation>Najnowsze najpierw</translation>
    </message>
    <message>
        <source>The newest {count} are shown; search for others.</source>
        <translation>Widać {count} najnowszych; pozostałych poszukaj.</translation>
    </message>
    <message>
        <source>The next run goes on with it.</source>
        <translation>Następna wysyłka pójdzie z tym dalej.</translation>
    </message>
    <message>
        <source>The next “Create and print” tries the labels held back again and buys nothing for them.</source>
        <translation>Następne „Utwórz i drukuj” jeszcze raz spróbuje wydrukować zatrzymane i niczego dla nich nie kupi.</translation>
    </message>
    <message>
        <source>The number, such as 1.5.</source>
        <translation>Podaj liczbę, np. 1,5.</translation>
    </message>
    <message>
        <source>The offer has expired and was not bought. Ask for new offers and choose again.</source>
        <translation>Oferta wygasła i nie została kupiona. Zapytaj o nowe oferty i wybierz jeszcze raz.</translation>
    </message>
    <message>
        <source>The offers expire at {time}. After that InPost is asked for new ones.</source>
        <translation>Oferty wygasną o {time}. Potem zapytamy InPost o nowe.</translation>
    </message>
    <message>
        <source>The offers expired at {time}. Nothing was bought.</source>
        <translation>Oferty wygasły o {time}. Nic nie kupiono.</translation>
    </message>
    <message>
        <source>The old label</source>
        <translation>Stara etykieta</translation>
    </message>
    <message>
        <source>The old one is still good.</source>
        <translation>Stara przesyłka nadal jest ważna.</translation>
    </message>
    <message>
        <source>The one that counts</source>
        <translation>Etykieta, która się liczy</translation>
    </message>
    <message>
        <source>The only keyring here writes secrets in plain text, so it gets no token. Install gnome-keyring, or KWallet or KeePassXC with their Secret Service switched on. Until then the token is kept only while the program runs.</source>
        <translation>Jedyny pęk kluczy w tym systemie zapisuje sekrety otwartym tekstem, więc nie dostanie tokenu. Zainstaluj gnome-keyring albo KWallet lub KeePassXC z włączoną usługą Secret Service. Do tego czasu token będzie pamiętany tylko do zamknięcia programu.</translation>
    </message>
    <message>
        <source>The order could not be sent to InPost.</source>
        <translation>Nie udało się wysłać zlecenia do InPost.</translation>
    </message>
    <message>
        <source>The order did not reach InPost.</source>
        <translation>Zlecenie nie dotarło do InPost.</translation>
    </message>
    <message>
        <source>The other labels have come out in their order.</source>
        <translation>Pozostałe etykiety wyszły po kolei.</translation>
    </message>
    <message>
        <source>The others are ready again.</source>
        <translation>Pozostałe znów są gotowe.</translation>
    </message>
    <message>
        <source>The page as the printer gets it</source>
        <translation>Strona taka, jaką dostaje drukarka</translation>
    </message>
    <message>
        <source>The paper shows here once it is known how the printer is reached.</source>
        <translation>Tu pojawi się papier, gdy będzie wiadomo, jak drukarka jest połączona.</translation>
    </message>
    <message>
        <source>The payment failed at InPost; nothing was charged. Pay again.</source>
        <translation>Płatność w InPost się nie udała; nic nie pobrano. Zapłać ponownie.</translation>
    </message>
    <message>
        <source>The pickup order {number} is cancelled.</source>
        <translation>Zlecenie odbioru {number} jest anulowane.</translation>
    </message>
    <message>
        <source>The pickup order {number} is not cancelled: {state}.</source>
        <translation>Zlecenie odbioru {number} nie jest anulowane: {state}.</translation>
    </message>
    <message>
        <source>The points could not be brought up to date.</source>
        <translation>Nie udało się odświeżyć punktów.</translation>
    </message>
    <message>
        <source>The print was bad</source>
        <translation>Zły wydruk</translation>
    </message>
    <message>
        <source>The printer did not bring it out: {title}</source>
        <translation>Drukarka tego nie wydrukowała: {title}</translation>
    </message>
    <message>
        <source>The printer has the label and has not finished; see to it.</source>
        <translation>Drukarka dostała etykietę i jeszcze nie skończyła; zajrzyj do niej.</translation>
    </message>
    <message>
        <source>The printer says: {state}.</source>
        <translation>Drukarka mówi: {state}.</translation>
    </message>
    <message>
        <source>The printer stopped.</source>
        <translation>Drukarka się zatrzymała.</translation>
    </message>
    <message>
        <source>The printer {away} does not work, labels come out of {name}.</source>
        <translation>Drukarka {away} nie działa, etykiety wychodzą z {name}.</translation>
    </message>
    <message>
        <source>The printer {name} does not go on: {state}.</source>
        <translation>Drukarka {name} nie drukuje dalej: {state}.</translation>
    </message>
    <message>
        <source>The program draws them itself; they look the same.</source>
        <translation>Program rysuje je sam; wyglądają tak samo.</translation>
    </message>
    <message>
        <source>The program or the printer stopped on the way. Look at the paper.</source>
        <translation>Program albo drukarka stanęły w trakcie. Spójrz na papier.</translation>
    </message>
    <message>
        <source>The program or the printer stopped while they were on the way. Tick those you hold in your hand; the others are printed by the next run.</source>
        <translation>Program albo drukarka stanęły, gdy były w drodze. Zaznacz te, które trzymasz w ręku; pozostałe wydrukuje następna wysyłka.</translation>
    </message>
    <message>
        <source>The receiver has complained: answer InPost&apos;s letter about it.</source>
        <translation>Odbiorca złożył reklamację: odpowiedz na pismo InPost w tej sprawie.</translation>
    </message>
    <message>
        <source>The receiver&apos;s e-mail address is missing.</source>
        <translation>Brak adresu e-mail odbiorcy.</translation>
    </message>
    <message>
        <source>The receiver&apos;s name is missing.</source>
        <translation>Brak imienia i nazwiska odbiorcy.</translation>
    </message>
    <message>
        <source>The report is saved. Nothing was sent.</source>
        <translation>Raport jest zapisany. Nic nie zostało wysłane.</translation>
    </message>
    <message>
        <source>The result file is written.</source>
        <translation>Plik wyniku jest zapisany.</translation>
    </message>
    <message>
        <source>The return label did not come out. See to the printer.</source>
        <translation>Etykieta zwrotna nie wyszła. Zajrzyj do drukarki.</translation>
    </message>
    <message>
        <source>The rows are still being checked…</source>
        <translation>Jeszcze sprawdzam wiersze…</translation>
    </message>
    <message>
        <source>The rule only marks an offer; Enter buys it.</source>
        <translation>Reguła tylko zaznacza ofertę; kupuje ją dopiero Enter.</translation>
    </message>
    <message>
        <source>The run has begun</source>
        <translation>Wysyłka ruszyła</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Ten sam PIN jeszcze raz</translation>
    </message>
    <message>
        <source>The same answer for all rows like it</source>
        <translation>Ta sama odpowiedź dla wszystkich podobnych wierszy</translation>
    </message>
    <message>
        <source>The same button goes on with the others.</source>
        <translation>Ten sam przycisk pójdzie dalej z pozostałymi.</translation>
    </message>
    <message>
        <source>The same code counts again after</source>
        <translation>Ten sam kod liczy się ponownie po</translation>
    </message>
    <message>
        <source>The same in all rows like this ({n})</source>
        <translation>Tak samo we wszystkich podobnych ({n})</translation>
    </message>
    <message>
        <source>The same mistake of the program has happened again.</source>
        <translation>Ten sam błąd programu wystąpił jeszcze raz.</translation>
    </message>
    <message>
        <source>The same reference on several rows</source>
        <translation>Ten sam numer zamówienia w kilku wierszach</translation>
    </message>
    <message>
        <source>The scanned label</source>
        <translation>Zeskanowana etykieta</translation>
    </message>
    <message>
        <source>The scanner read {read} mm; InPost&apos;s labels have 0.375 mm.</source>
        <translation>Skaner przeczytał {read} mm; etykieta InPost ma 0,375 mm.</translation>
    </message>
    <message>
        <source>The scanner sends them so; they are put right.</source>
        <translation>Tak wysyła je skaner; program to poprawia.</translation>
    </message>
    <message>
        <source>The scanner thinks of another keyboard: {printed} came as {came}. Set it to the keyboard of this computer (its manual has a code for that), then begin again.</source>
        <translation>Skaner ma ustawioną inną klawiaturę: zamiast {printed} przyszło {came}. Ustaw w nim klawiaturę tego komputera (kod do tego jest w instrukcji skanera), a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>The selected ones</source>
        <translation>Zaznaczone</translation>
    </message>
    <message>
        <source>The selected shipments: {count}</source>
        <translation>Zaznaczone przesyłki: {count}</translation>
    </message>
    <message>
        <source>The service that the order asks for</source>
        <translation>Usługa, o którą prosi zamówienie</translation>
    </message>
    <message>
        <source>The settings came along, the tokens did not: enter them under “Account”.</source>
        <translation>Ustawienia przeszły razem z kopią, tokeny nie: wpisz je w „Konto”.</translation>
    </message>
    <message>
        <source>The settings were damaged; the usual ones apply now.</source>
        <translation>Ustawienia były uszkodzone; teraz działają domyślne.</translation>
    </message>
    <message>
        <source>The sheet is with the printer.</source>
        <translation>Arkusz jest w drukarce.</translation>
    </message>
    <message>
        <source>The sheet of commands has a bar code for each key of the station.</source>
        <translation>Arkusz poleceń ma kod kreskowy dla każdego klawisza stanowiska.</translation>
    </message>
    <message>
        <source>The shipment has cash on delivery.</source>
        <translation>Przesyłka jest za pobraniem.</translation>
    </message>
    <message>
        <source>The shipment that was typed is not bought.</source>
        <translation>Wpisana przesyłka nie jest jeszcze kupiona.</translation>
    </message>
    <message>
        <source>The shipment was cancelled at InPost; nothing was charged. Make it anew.</source>
        <translation>Przesyłka została anulowana w InPost; nic nie pobrano. Utwórz ją na nowo.</translation>
    </message>
    <message>
        <source>The shop&apos;s columns (CSV)…</source>
        <translation>Kolumny sklepu (CSV)…</translation>
    </message>
    <message>
        <source>The shop&apos;s own codes</source>
        <translation>Kody sklepu</translation>
    </message>
    <message>
        <source>The silence cannot be shorter than the time from key to key. Not saved yet.</source>
        <translation>Przerwa nie może być krótsza niż czas między znakami. Jeszcze nie zapisano.</translation>
    </message>
    <message>
        <source>The size decides what a locker parcel costs.</source>
        <translation>Od gabarytu zależy cena przesyłki paczkomatowej.</translation>
    </message>
    <message>
        <source>The system has no printer yet.</source>
        <translation>W systemie nie ma jeszcze drukarki.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the token. Try again, or keep the token only while the program runs.</source>
        <translation>Pęk kluczy systemu nie przyjął tokenu. Spróbuj jeszcze raz albo pamiętaj token tylko do zamknięcia programu.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked and asks for its password.</source>
        <translation>Pęk kluczy systemu jest zablokowany i pyta o hasło.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring stayed locked. Unlock it and try again, or keep the token only while the program runs.</source>
        <translation>Pęk kluczy systemu pozostał zablokowany. Odblokuj go i spróbuj jeszcze raz albo pamiętaj token tylko do zamknięcia programu.</translation>
    </message>
    <message>
        <source>The system&apos;s printers cannot be asked just now.</source>
        <translation>Nie można teraz zapytać systemu o drukarki.</translation>
    </message>
    <message>
        <source>The test label did not come out.</source>
        <translation>Etykieta testowa nie wyszła.</translation>
    </message>
    <message>
        <source>The test label has a bar code and rulers. If your scanner reads it from the paper, printer and scanner are ready.</source>
        <translation>Etykieta testowa ma kod kreskowy i linijki. Jeśli skaner przeczyta kod z papieru, drukarka i skaner są gotowe.</translation>
    </message>
    <message>
        <source>The test label is at the printer {name}.</source>
        <translation>Etykieta testowa jest w drukarce {name}.</translation>
    </message>
    <message>
        <source>The test label is in the folder {name}.</source>
        <translation>Etykieta testowa jest w folderze {name}.</translation>
    </message>
    <message>
        <source>The test label was not printed.</source>
        <translation>Etykieta testowa się nie wydrukowała.</translation>
    </message>
    <message>
        <source>The token belongs to organisation {detail}, not to this account. Add that organisation in its place.</source>
        <translation>Token należy do organizacji {detail}, a nie do tego konta. Dodaj tamtą organizację.</translation>
    </message>
    <message>
        <source>The token belongs to the other environment. Add the account once more, under the right one.</source>
        <translation>Token należy do drugiego środowiska. Dodaj konto jeszcze raz, w tym właściwym.</translation>
    </message>
    <message>
        <source>The token goes into the system&apos;s keyring and nowhere else.</source>
        <translation>Token trafi do pęku kluczy systemu i nigdzie indziej.</translation>
    </message>
    <message>
        <source>The token in the keyring is damaged. Add the account once more.</source>
        <translation>Token w pęku kluczy jest uszkodzony. Dodaj konto jeszcze raz.</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>Brakuje tokenu.</translation>
    </message>
    <message>
        <source>The token is never shown.</source>
        <translation>Token nigdy nie jest pokazywany.</translation>
    </message>
    <message>
        <source>The token is right, but it opens no organisation.</source>
        <translation>Token jest dobry, ale nie otwiera żadnej organizacji.</translation>
    </message>
    <message>
        <source>The token opens several organisations.</source>
        <translation>Token otwiera kilka organizacji.</translation>
    </message>
    <message>
        <source>The token opens several organisations. Which one?</source>
        <translation>Token otwiera kilka organizacji. Którą wybierasz?</translation>
    </message>
    <message>
        <source>The token was not stored.</source>
        <translation>Token nie został zapisany.</translation>
    </message>
    <message>
        <source>The usual place</source>
        <translation>Stałe miejsce</translation>
    </message>
    <message>
        <source>The watched folder belongs to another account.</source>
        <translation>Obserwowany folder należy do innego konta.</translation>
    </message>
    <message>
        <source>The watched folder cannot be reached: {folder}</source>
        <translation>Nie ma dostępu do obserwowanego folderu: {folder}</translation>
    </message>
    <message>
        <source>The whole shipment is kept, also its receiver, without the reference.</source>
        <translation>Zapisana zostanie cała przesyłka, także odbiorca, bez numeru referencyjnego.</translation>
    </message>
    <message>
        <source>The window could not be opened. Please start with --verbose and send us the report.</source>
        <translation>Nie udało się otworzyć okna. Uruchom z --verbose i wyślij nam raport.</translation>
    </message>
    <message>
        <source>Their place in the pile has passed, so they wait for you.</source>
        <translation>Ich miejsce w stosie już minęło, więc czekają na Ciebie.</translation>
    </message>
    <message>
        <source>There are no labels yet.</source>
        <translation>Nie ma jeszcze etykiet.</translation>
    </message>
    <message>
        <source>There are no return labels for Allegro&apos;s services: returns of those go through Allegro.</source>
        <translation>Usługi Allegro nie mają etykiet zwrotnych: takie zwroty załatwia się przez Allegro.</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation>Nie ma jeszcze żadnej partii.</translation>
    </message>
    <message>
        <source>There are no shipments yet</source>
        <translation>Nie ma jeszcze przesyłek</translation>
    </message>
    <message>
        <source>There are return labels for courier services only: let the receiver send it back as a new parcel.</source>
        <translation>Etykiety zwrotne są tylko dla usług kurierskich: odbiorca może odesłać towar jako nową paczkę.</translation>
    </message>
    <message>
        <source>There is an operator of that name already.</source>
        <translation>Taki operator już jest.</translation>
    </message>
    <message>
        <source>There is no account yet; the demo works without one.</source>
        <translation>Nie ma jeszcze konta; demo działa bez niego.</translation>
    </message>
    <message>
        <source>There is no picture of it: no label can be drawn.</source>
        <translation>Nie ma podglądu: tej etykiety nie da się narysować.</translation>
    </message>
    <message>
        <source>There is no such group; groups in the expression: {count}.</source>
        <translation>Nie ma takiej grupy; grup w wyrażeniu: {count}.</translation>
    </message>
    <message>
        <source>There is no token for this account here. Add the account once more.</source>
        <translation>Nie ma tu tokenu tego konta. Dodaj konto jeszcze raz.</translation>
    </message>
    <message>
        <source>There is nothing to hand over now.</source>
        <translation>Teraz nie ma czego wydać.</translation>
    </message>
    <message>
        <source>There is nothing to pack here.</source>
        <translation>Nie ma tu nic do spakowania.</translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation>Taka nazwa już jest.</translation>
    </message>
    <message>
        <source>There is one with this name; it will be replaced.</source>
        <translation>Jest już szablon o tej nazwie; zostanie zastąpiony.</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Ta lista klawiszy</translation>
    </message>
    <message>
        <source>These rows stay as they were sent.</source>
        <translation>Te wiersze zostają tak, jak poszły.</translation>
    </message>
    <message>
        <source>These take the parcel:</source>
        <translation>Te przyjmą paczkę:</translation>
    </message>
    <message>
        <source>They are bought by themselves as soon as it is back.</source>
        <translation>Zakup ruszy sam, gdy wróci połączenie.</translation>
    </message>
    <message>
        <source>They did not go to the printer. {reference}: {reason}.</source>
        <translation>Nie trafiły do drukarki. {reference}: {reason}.</translation>
    </message>
    <message>
        <source>They did not go to the printer: look at them. The next “Create and print” tries them again and buys nothing for them.</source>
        <translation>Nie trafiły do drukarki: obejrzyj je. Następne „Utwórz i drukuj” spróbuje je wydrukować jeszcze raz i niczego dla nich nie kupi.</translation>
    </message>
    <message>
        <source>They stand on the Shipments page under “Exceptions”.</source>
        <translation>Są na stronie Przesyłki pod „Wyjątki”.</translation>
    </message>
    <message>
        <source>They stay for the next pickup unless you say otherwise. What is not sent keeps its number and is not offered again; its label must come off.</source>
        <translation>Zostają na następny odbiór, chyba że zdecydujesz inaczej. Niewysłana paczka zachowuje numer, ale nie trafi już na listę; zdejmij z niej etykietę.</translation>
    </message>
    <message>
        <source>This account is not open now: its files wait until it is.</source>
        <translation>To konto nie jest teraz otwarte: pliki czekają, aż je otworzysz.</translation>
    </message>
    <message>
        <source>This account pays for them. You are asked this once.</source>
        <translation>Zapłaci za nie to konto. To pytanie pada tylko raz.</translation>
    </message>
    <message>
        <source>This address</source>
        <translation>Ten adres</translation>
    </message>
    <message>
        <source>This comes out of the printer</source>
        <translation>Tak wyjdzie z drukarki</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Ten komputer</translation>
    </message>
    <message>
        <source>This computer has no program that opens this address.</source>
        <translation>Na tym komputerze nie ma programu, który otwiera ten adres.</translation>
    </message>
    <message>
        <source>This computer has no program that opens this file.</source>
        <translation>Ten komputer nie ma programu, który otwiera ten plik.</translation>
    </message>
    <message>
        <source>This computer has no program that opens web pages.</source>
        <translation>Ten komputer nie ma programu, który otwiera strony internetowe.</translation>
    </message>
    <message>
        <source>This day is before the first one.</source>
        <translation>Ten dzień jest przed pierwszym.</translation>
    </message>
    <message>
        <source>This expression is too large.</source>
        <translation>To wyrażenie jest za duże.</translation>
    </message>
    <message>
        <source>This file is not laid out like Manager Paczek&apos;s. Look through the columns once; I will remember them for files like this one.</source>
        <translation>Ten plik ma inny układ niż plik z Managera Paczek. Sprawdź kolumny raz – zapamiętam ten układ dla takich samych plików.</translation>
    </message>
    <message>
        <source>This folder is on the same disk as the data itself.</source>
        <translation>Ten folder leży na tym samym dysku co same dane.</translation>
    </message>
    <message>
        <source>This guide as A4 pages, to print</source>
        <translation>Ten przewodnik na stronach A4, do druku</translation>
    </message>
    <message>
        <source>This is a mistake of ours. What was bought and printed is noted, and nothing is bought twice. Please copy the report and send it to us: it holds no tokens, e-mail addresses or phone numbers.</source>
        <translation>To nasz błąd. Wszystko, co kupiono i wydrukowano, jest zapisane, a nic nie zostanie kupione drugi raz. Skopiuj raport i wyślij go do nas: nie ma w nim tokenów, adresów e-mail ani numerów telefonu.</translation>
    </message>
    <message>
        <source>This is a token of production: parcels bought with it cost money.</source>
        <translation>To jest token produkcji: kupione nim przesyłki kosztują.</translation>
    </message>
    <message>
        <source>This is a token of the sandbox: parcels bought with it are not real.</source>
        <translation>To jest token sandboxa: kupione nim przesyłki nie są prawdziwe.</translation>
    </message>
    <message>
        <source>This is no address that InPost reaches. It looks like https://host/…</source>
        <translation>Pod taki adres InPost nie trafi. Powinien wyglądać tak: https://host/…</translation>
    </message>
    <message>
        <source>This is no day. Write it like {day}.</source>
        <translation>To nie jest data. Wpisz ją tak: {day}.</translation>
    </message>
    <message>
        <source>This is not a token. Copy it once more, whole and without blanks.</source>
        <translation>To nie jest token. Skopiuj go jeszcze raz, w całości i bez spacji.</translation>
    </message>
    <message>
        <source>This is the newest version ({here}).</source>
        <translation>To jest najnowsza wersja ({here}).</translation>
    </message>
    <message>
        <source>This is version {here}. It does not know where newer ones are published: ask whoever gave it to you.</source>
        <translation>To jest wersja {here}. Program nie wie, gdzie publikowane są nowsze: zapytaj osobę, od której go masz.</translation>
    </message>
    <message>
        <source>This line goes by itself when they have come out.</source>
        <translation>Ta linia zniknie sama, gdy wszystko się wydrukuje.</translation>
    </message>
    <message>
        <source>This parcel needs</source>
        <translation>Ta paczka potrzebuje</translation>
    </message>
    <message>
        <source>This parcel&apos;s number:</source>
        <translation>Numer tej paczki:</translation>
    </message>
    <message>
        <source>This service cannot leave this way; choose another way of sending.</source>
        <translation>Tej usługi nie da się tak nadać; wybierz inny sposób nadania.</translation>
    </message>
    <message>
        <source>This service does not go to the chosen point.</source>
        <translation>Ta usługa nie obejmuje wybranego punktu.</translation>
    </message>
    <message>
        <source>This service does not have: {extra}.</source>
        <translation>Ta usługa nie ma: {extra}.</translation>
    </message>
    <message>
        <source>This service has no extra protection.</source>
        <translation>Ta usługa nie ma dodatkowej ochrony.</translation>
    </message>
    <message>
        <source>This service has no notice by SMS, and with it the whole offer falls away.</source>
        <translation>Ta usługa nie ma powiadomienia SMS; z nim przepada cała oferta.</translation>
    </message>
    <message>
        <source>This service has no notice by e-mail, and with it the whole offer falls away.</source>
        <translation>Ta usługa nie ma powiadomienia e-mail; z nim przepada cała oferta.</translation>
    </message>
    <message>
        <source>This service must know how the parcel leaves; choose the way of sending.</source>
        <translation>Ta usługa wymaga sposobu nadania; wybierz go.</translation>
    </message>
    <message>
        <source>This service takes one parcel only.</source>
        <translation>Ta usługa przyjmuje tylko jedną paczkę.</translation>
    </message>
    <message>
        <source>This shipment goes to a Paczkomat only.</source>
        <translation>Ta przesyłka trafia tylko do Paczkomatu.</translation>
    </message>
    <message>
        <source>This system has no keyring. Install gnome-keyring, or KWallet or KeePassXC with their Secret Service switched on, and sign in again. Until then the token is kept only while the program runs.</source>
        <translation>Ten system nie ma pęku kluczy. Zainstaluj gnome-keyring albo KWallet lub KeePassXC z włączoną usługą Secret Service i zaloguj się ponownie. Do tego czasu token będzie pamiętany tylko do zamknięcia programu.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Tej wartości nie można użyć.</translation>
    </message>
    <message>
        <source>This way takes another language only.</source>
        <translation>To połączenie przyjmuje tylko inny język.</translation>
    </message>
    <message>
        <source>Throw away what came out after the good label.</source>
        <translation>Wyrzuć to, co wyszło po dobrej etykiecie.</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>czw.</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>czwartek</translation>
    </message>
    <message>
        <source>Thursday {date}</source>
        <translation>czwartek {date}</translation>
    </message>
    <message>
        <source>Thursday {time}</source>
        <translation>czwartek {time}</translation>
    </message>
    <message>
        <source>Tick all parcels, or none</source>
        <translation>Zaznacz wszystkie paczki lub żadną</translation>
    </message>
    <message>
        <source>Tick its parcels again</source>
        <translation>Zaznacz jego paczki</translation>
    </message>
    <message>
        <source>Tick the parcels the courier is to take.</source>
        <translation>Zaznacz paczki, które kurier ma zabrać.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Dokąd</translation>
    </message>
    <message>
        <source>To a Paczkomat or PaczkoPunkt</source>
        <translation>Do Paczkomatu lub PaczkoPunktu</translation>
    </message>
    <message>
        <source>To a point</source>
        <translation>Do punktu</translation>
    </message>
    <message>
        <source>To an address</source>
        <translation>Pod adres</translation>
    </message>
    <message>
        <source>To be cleared up</source>
        <translation>Do wyjaśnienia</translation>
    </message>
    <message>
        <source>To be fixed</source>
        <translation>Do poprawy</translation>
    </message>
    <message>
        <source>To be posted</source>
        <translation>Do nadania</translation>
    </message>
    <message>
        <source>To be settled: InPost&apos;s answer was lost, and the shipment may be bought or not. It is never bought again by itself; look again in a moment.</source>
        <translation>Do wyjaśnienia: odpowiedź InPost przepadła i nie wiadomo, czy przesyłka jest kupiona. Sama nigdy nie kupi się drugi raz; za chwilę sprawdź ponownie.</translation>
    </message>
    <message>
        <source>To fix: {count} – {reason}</source>
        <translation>Do poprawy: {count} – {reason}</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>W prawo</translation>
    </message>
    <message>
        <source>Today&apos;s orders</source>
        <translation>Dzisiejsze zlecenia</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Razem</translation>
    </message>
    <message>
        <source>Together for the order</source>
        <translation>Razem za zamówienie</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token not accepted</source>
        <translation>Token odrzucony</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Za duża</translation>
    </message>
    <message>
        <source>Too long; shorten it.</source>
        <translation>Za długie; skróć.</translation>
    </message>
    <message>
        <source>Top up in Manager Paczek or call InPost, then order again.</source>
        <translation>Doładuj konto w Managerze Paczek albo zadzwoń do InPost, potem zamów jeszcze raz.</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Miejscowość</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Zaufane serwery proxy</translation>
    </message>
    <message>
        <source>Try a code</source>
        <translation>Wypróbuj kod</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Try again later, or print it in Manager Paczek.</source>
        <translation>Spróbuj później albo wydrukuj ją w Managerze Paczek.</translation>
    </message>
    <message>
        <source>Try again when that has ended.</source>
        <translation>Spróbuj ponownie, gdy to się skończy.</translation>
    </message>
    <message>
        <source>Try again, or keep it only while the program runs.</source>
        <translation>Spróbuj jeszcze raz albo pamiętaj go tylko do zamknięcia programu.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Wypróbuj demo</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>wt.</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>wtorek</translation>
    </message>
    <message>
        <source>Tuesday {date}</source>
        <translation>wtorek {date}</translation>
    </message>
    <message>
        <source>Tuesday {time}</source>
        <translation>wtorek {time}</translation>
    </message>
    <message>
        <source>Twenty orders at a time; each offer lives for five minutes.</source>
        <translation>Po dwadzieścia zamówień; każda oferta jest ważna pięć minut.</translation>
    </message>
    <message>
        <source>Type a code, a town, a street or a post code.</source>
        <translation>Wpisz kod punktu, miejscowość, ulicę albo kod pocztowy.</translation>
    </message>
    <message>
        <source>Type the PIN of somebody who may do that.</source>
        <translation>Wpisz PIN osoby, która może to zrobić.</translation>
    </message>
    <message>
        <source>Under complaint</source>
        <translation>Reklamowana</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Cofnij zmianę</translation>
    </message>
    <message>
        <source>Undone: {change}.</source>
        <translation>Cofnięto: {change}.</translation>
    </message>
    <message>
        <source>Unlock the keyring and remove the account once more.</source>
        <translation>Odblokuj pęk kluczy i usuń konto jeszcze raz.</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Do wyjaśnienia</translation>
    </message>
    <message>
        <source>Until it is unlocked, nothing can be bought.</source>
        <translation>Dopóki go nie odblokujesz, nic nie można kupić.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>W górę</translation>
    </message>
    <message>
        <source>Use this place from now on</source>
        <translation>Od teraz używaj tego miejsca</translation>
    </message>
    <message>
        <source>Usual columns and widths</source>
        <translation>Domyślne kolumny i szerokości</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>Przywróć domyślne</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Wersja</translation>
    </message>
    <message>
        <source>Version {version} is there; here runs {here}.</source>
        <translation>Jest wersja {version}; tu działa {here}.</translation>
    </message>
    <message>
        <source>Version {version} is there; here runs {here}. More: {page}</source>
        <translation>Jest wersja {version}; tu działa {here}. Więcej: {page}</translation>
    </message>
    <message>
        <source>Wait until {time}</source>
        <translation>Zaczekaj do: {time}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Czekają</translation>
    </message>
    <message>
        <source>Waiting for offers</source>
        <translation>Czekam na oferty</translation>
    </message>
    <message>
        <source>Waiting for the system&apos;s keyring…</source>
        <translation>Czekam na pęk kluczy systemu…</translation>
    </message>
    <message>
        <source>Waiting: {count}.</source>
        <translation>Czekają: {count}.</translation>
    </message>
    <message>
        <source>Waits to be printed: {ready}</source>
        <translation>Czeka na wydruk: {ready}</translation>
    </message>
    <message>
        <source>Was {reference} bought?</source>
        <translation>Czy {reference} jest kupiona?</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Obserwowany folder</translation>
    </message>
    <message>
        <source>Way of the shipment</source>
        <translation>Droga przesyłki</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>śr.</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>środa</translation>
    </message>
    <message>
        <source>Wednesday {date}</source>
        <translation>środa {date}</translation>
    </message>
    <message>
        <source>Wednesday {time}</source>
        <translation>środa {time}</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>Weight, kg</source>
        <translation>Waga, kg</translation>
    </message>
    <message>
        <source>Weight: more than 0 and at most {most} kg.</source>
        <translation>Waga: więcej niż 0, najwyżej {most} kg.</translation>
    </message>
    <message>
        <source>Welcome to InPost Desk</source>
        <translation>Witaj w InPost Desk</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>Co można zrobić z wierszem</translation>
    </message>
    <message>
        <source>What do you see on the rulers?</source>
        <translation>Jakie liczby widać?</translation>
    </message>
    <message>
        <source>What goes with it?</source>
        <translation>Co dodać do przesyłki?</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>What has been begun is ended and noted, then the window closes. The rest goes on at the next start; nothing is bought twice.</source>
        <translation>To, co się zaczęło, zostanie dokończone i zapisane, potem okno się zamknie. Reszta pójdzie dalej przy następnym uruchomieniu; nic nie zostanie kupione drugi raz.</translation>
    </message>
    <message>
        <source>What is bought here or elsewhere on this account shows here, with its way.</source>
        <translation>Tu widać, co kupiono na tym koncie – tutaj lub gdzie indziej – i jaką przeszło drogę.</translation>
    </message>
    <message>
        <source>What is here now is set aside and kept, the copy takes its place, and the account is opened again. Before anything is sent, InPost is read: what was bought since the copy is found and not bought twice. Prints and notes made since then are not in the copy.</source>
        <translation>To, co jest tutaj teraz, zostanie odłożone i zachowane, kopia zajmie jego miejsce, a konto otworzy się ponownie. Zanim cokolwiek zostanie wysłane, program odczyta dane z InPost: to, co kupiono po kopii, zostanie odnalezione i nie będzie kupione drugi raz. Późniejszych wydruków i notatek w kopii nie ma.</translation>
    </message>
    <message>
        <source>What is older goes by itself, some time after the next start or tomorrow.</source>
        <translation>Starsze dane program usunie sam, niedługo po następnym uruchomieniu albo jutro.</translation>
    </message>
    <message>
        <source>What is sent?</source>
        <translation>Co wysyłasz?</translation>
    </message>
    <message>
        <source>What is shorter was typed by hand.</source>
        <translation>Krótsze ciągi program uznaje za wpisane ręcznie.</translation>
    </message>
    <message>
        <source>What is the first number you see at the left and at the top edge?</source>
        <translation>Jaka pierwsza liczba jest widoczna przy lewym i przy górnym brzegu?</translation>
    </message>
    <message>
        <source>What it sends after a code, besides Enter or Tab.</source>
        <translation>Co wysyła po kodzie, poza Enterem lub Tabem.</translation>
    </message>
    <message>
        <source>What needs an operator&apos;s PIN</source>
        <translation>Co wymaga PIN-u operatora</translation>
    </message>
    <message>
        <source>What next?</source>
        <translation>Co dalej?</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Co się dzieje</translation>
    </message>
    <message>
        <source>What stands under it</source>
        <translation>Co stoi pod nim</translation>
    </message>
    <message>
        <source>What the courier is told</source>
        <translation>Informacje dla kuriera</translation>
    </message>
    <message>
        <source>What the notice offers</source>
        <translation>To, co proponuje powiadomienie</translation>
    </message>
    <message>
        <source>What the scanner sends before every code.</source>
        <translation>Co skaner wysyła przed każdym kodem.</translation>
    </message>
    <message>
        <source>What was bought before can be seen and printed.</source>
        <translation>To, co kupiono wcześniej, można oglądać i drukować.</translation>
    </message>
    <message>
        <source>What was bought is kept. Please report it.</source>
        <translation>To, co kupiono, jest zapisane. Prosimy o zgłoszenie.</translation>
    </message>
    <message>
        <source>What was copied stays; the next copy has less to do.</source>
        <translation>To, co skopiowano, zostaje; następna kopia będzie miała mniej do zrobienia.</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>Co znaleziono na tym komputerze</translation>
    </message>
    <message>
        <source>What would be bought now costs {sum}</source>
        <translation>To, co można teraz kupić, kosztuje {sum}</translation>
    </message>
    <message>
        <source>What your shop&apos;s import of tracking numbers expects, in the shop&apos;s own words.</source>
        <translation>To, czego oczekuje import numerów przesyłek w Twoim sklepie, słowami sklepu.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>When it is back, scan its label: it is marked as received.</source>
        <translation>Gdy wróci, zeskanuj jej etykietę: zostanie oznaczona jako przyjęta.</translation>
    </message>
    <message>
        <source>When parcels of a file are bought</source>
        <translation>Kiedy kupowane są przesyłki z pliku</translation>
    </message>
    <message>
        <source>When something does not work: the check finds out whether it is this computer, the network, the printer, the token or InPost, and says what to do.</source>
        <translation>Gdy coś nie działa: sprawdzenie ustala, czy to komputer, sieć, drukarka, token czy InPost, i mówi, co zrobić.</translation>
    </message>
    <message>
        <source>When the courier is here: choose what goes, then scan each parcel.</source>
        <translation>Gdy przyjedzie kurier: wybierz, co zabiera, potem skanuj każdą paczkę.</translation>
    </message>
    <message>
        <source>When the file is imported</source>
        <translation>Przy imporcie pliku</translation>
    </message>
    <message>
        <source>When the order is scanned</source>
        <translation>Przy skanowaniu zamówienia</translation>
    </message>
    <message>
        <source>When there is something to fetch.</source>
        <translation>Kiedy jest co odebrać.</translation>
    </message>
    <message>
        <source>Where couriers come</source>
        <translation>Dokąd przyjeżdża kurier</translation>
    </message>
    <message>
        <source>Where do the labels come out?</source>
        <translation>Gdzie mają wychodzić etykiety?</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Skąd</translation>
    </message>
    <message>
        <source>Where it does not work, print on</source>
        <translation>Gdy nie działa, drukuj na</translation>
    </message>
    <message>
        <source>Where the network chooses its proxy by a script, or the system has none.</source>
        <translation>Gdy sieć wybiera proxy skryptem albo system go nie zna.</translation>
    </message>
    <message>
        <source>Where to deliver?</source>
        <translation>Gdzie dostarczyć?</translation>
    </message>
    <message>
        <source>Which address?</source>
        <translation>Pod jaki adres?</translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation>Co jest w której kolumnie?</translation>
    </message>
    <message>
        <source>Which labels?</source>
        <translation>Które etykiety?</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Która lista</translation>
    </message>
    <message>
        <source>While the station is shown, neither screen nor computer goes to sleep.</source>
        <translation>Gdy widać stanowisko, ani ekran, ani komputer nie zasypia.</translation>
    </message>
    <message>
        <source>White margin is cut off; the label keeps its size.</source>
        <translation>Biały margines jest ucięty; etykieta ma prawdziwy rozmiar.</translation>
    </message>
    <message>
        <source>Who receives the parcel?</source>
        <translation>Kto odbiera paczkę?</translation>
    </message>
    <message>
        <source>Whoever else sends something gets no answer that tells anything. Behind a proxy, name it below: otherwise it looks as if everything came from the proxy.</source>
        <translation>Kto inny coś wyśle, nie dowie się niczego z odpowiedzi. Jeśli pośredniczy serwer proxy, podaj go niżej: inaczej wygląda to tak, jakby wszystko przychodziło od niego.</translation>
    </message>
    <message>
        <source>Whose badge will it be?</source>
        <translation>Czyj ma być identyfikator?</translation>
    </message>
    <message>
        <source>Why again?</source>
        <translation>Dlaczego ponownie?</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>Szerokość i wysokość</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>Szerokość papieru</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Szerokość, mm</translation>
    </message>
    <message>
        <source>With PaczkoPunkty</source>
        <translation>Z PaczkoPunktami</translation>
    </message>
    <message>
        <source>Without Paczka w Weekend, as standard: {n}</source>
        <translation>Bez Paczki w Weekend, jako standard: {n}</translation>
    </message>
    <message>
        <source>Without a return label: {count} ({reason}).</source>
        <translation>Bez etykiety zwrotnej: {count} ({reason}).</translation>
    </message>
    <message>
        <source>Without a token InPost cannot be asked.</source>
        <translation>Bez tokenu nie można zapytać InPost.</translation>
    </message>
    <message>
        <source>Without account and internet, step by step as in earnest.</source>
        <translation>Bez konta i bez internetu, po kolei jak naprawdę.</translation>
    </message>
    <message>
        <source>Without it, the orders wait on the Orders page until you buy them.</source>
        <translation>Bez tego zamówienia czekają na stronie Zamówienia, aż je kupisz.</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Warto zajrzeć</translation>
    </message>
    <message>
        <source>Write what such a code looks like, for example {example}.</source>
        <translation>Wpisz, jak wygląda taki kod, na przykład {example}.</translation>
    </message>
    <message>
        <source>Write “{text}”</source>
        <translation>Wpisz „{text}”</translation>
    </message>
    <message>
        <source>Writing the file: {done} of {total}</source>
        <translation>Zapisuję plik: {done} z {total}</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Zapisuję plik…</translation>
    </message>
    <message>
        <source>Written for you</source>
        <translation>Poprawione za Ciebie</translation>
    </message>
    <message>
        <source>Written, shipments: {count}.</source>
        <translation>Zapisano, przesyłek: {count}.</translation>
    </message>
    <message>
        <source>XLSX…</source>
        <translation>XLSX…</translation>
    </message>
    <message>
        <source>Yes, labels of this service look like this</source>
        <translation>Tak, tak wyglądają etykiety tej usługi</translation>
    </message>
    <message>
        <source>Yes, send it again</source>
        <translation>Tak, wyślij jeszcze raz</translation>
    </message>
    <message>
        <source>Yes, this account pays</source>
        <translation>Tak, to konto płaci</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>W tym czasie można pracować dalej.</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. The first copy takes longest.</source>
        <translation>W tym czasie można pracować dalej. Pierwsza kopia trwa najdłużej.</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>Pliki ZIP (*.zip)</translation>
    </message>
    <message>
        <source>ZPL</source>
        <translation>ZPL</translation>
    </message>
    <message>
        <source>ZPL and EPL are for label printers: take PDF or pixels for A4.</source>
        <translation>ZPL i EPL są dla drukarek etykiet: do A4 wybierz PDF albo piksele.</translation>
    </message>
    <message>
        <source>\ before this letter means nothing</source>
        <translation>\ przed tą literą nic nie znaczy</translation>
    </message>
    <message>
        <source>a PaczkoPunkt, not at the weekend</source>
        <translation>PaczkoPunkt, nie w weekend</translation>
    </message>
    <message>
        <source>a PaczkoPunkt, not for this service</source>
        <translation>PaczkoPunkt, nie dla tej usługi</translation>
    </message>
    <message>
        <source>a courier comes for it.</source>
        <translation>kurier po nią przyjedzie.</translation>
    </message>
    <message>
        <source>a courier comes for them.</source>
        <translation>kurier po nie przyjedzie.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>folder</translation>
    </message>
    <message>
        <source>a printer that writes PDF files</source>
        <translation>drukarka, która zapisuje pliki PDF</translation>
    </message>
    <message>
        <source>a receiver from earlier shipments</source>
        <translation>odbiorca z wcześniejszych przesyłek</translation>
    </message>
    <message>
        <source>a sheet between two batches</source>
        <translation>kartka między partiami</translation>
    </message>
    <message>
        <source>a single \ at the end means nothing</source>
        <translation>pojedynczy \ na końcu nic nie znaczy</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>ok. {seconds} s</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>zostało ok. {time}</translation>
    </message>
    <message>
        <source>add to the list: an account, a printer, a pattern, an operator</source>
        <translation>dodaj do listy: konto, drukarkę, wzorzec, operatora</translation>
    </message>
    <message>
        <source>adding the printer {name}</source>
        <translation>dodanie drukarki {name}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>all {count} together</source>
        <translation>razem za wszystkie ({count})</translation>
    </message>
    <message>
        <source>already posted</source>
        <translation>już nadana</translation>
    </message>
    <message>
        <source>always the cheapest</source>
        <translation>zawsze najtańsza</translation>
    </message>
    <message>
        <source>always {service}</source>
        <translation>zawsze {service}</translation>
    </message>
    <message>
        <source>and {count} more parcels</source>
        <translation>i jeszcze {count}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>i jeszcze {n}</translation>
    </message>
    <message>
        <source>another order of the printers</source>
        <translation>zmianę kolejności drukarek</translation>
    </message>
    <message>
        <source>another parcel</source>
        <translation>kolejna paczka</translation>
    </message>
    <message>
        <source>another parcel for this order</source>
        <translation>kolejna paczka do tego zamówienia</translation>
    </message>
    <message>
        <source>another point</source>
        <translation>inny punkt</translation>
    </message>
    <message>
        <source>another sender, for this shipment only</source>
        <translation>inny nadawca, tylko dla tej przesyłki</translation>
    </message>
    <message>
        <source>another window or command is at it; nothing was cancelled.</source>
        <translation>zajmuje się nią inne okno albo polecenie; niczego nie anulowano.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>każda</translation>
    </message>
    <message>
        <source>as in the settings: {method}</source>
        <translation>jak w ustawieniach: {method}</translation>
    </message>
    <message>
        <source>as in the settings: {sender}</source>
        <translation>jak w ustawieniach: {sender}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>bez zmian</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>jak w systemie</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>pytaj</translation>
    </message>
    <message>
        <source>ask each time</source>
        <translation>pytaj za każdym razem</translation>
    </message>
    <message>
        <source>asking InPost…</source>
        <translation>pytam InPost…</translation>
    </message>
    <message>
        <source>at a customer service point</source>
        <translation>w Punkcie Obsługi Klienta</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>kiedykolwiek</translation>
    </message>
    <message>
        <source>at most {most} at once, selected: {count}</source>
        <translation>najwyżej {most} naraz, zaznaczono: {count}</translation>
    </message>
    <message>
        <source>back</source>
        <translation>wstecz</translation>
    </message>
    <message>
        <source>begin anew</source>
        <translation>zacznij od nowa</translation>
    </message>
    <message>
        <source>begin the hand-over; close it with parcels missing</source>
        <translation>zacznij wydanie; zamknij je z brakami</translation>
    </message>
    <message>
        <source>begin with a preset</source>
        <translation>zacznij od szablonu</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>w trakcie anulowania</translation>
    </message>
    <message>
        <source>being ordered</source>
        <translation>zamawianie</translation>
    </message>
    <message>
        <source>being paid</source>
        <translation>płatność w toku</translation>
    </message>
    <message>
        <source>bottom edge</source>
        <translation>dolny brzeg</translation>
    </message>
    <message>
        <source>bought in a simulator, labels marked SPECIMEN</source>
        <translation>zakup w symulatorze, etykiety z napisem SPECIMEN</translation>
    </message>
    <message>
        <source>brought to a depot</source>
        <translation>w oddziale InPost</translation>
    </message>
    <message>
        <source>buy and print</source>
        <translation>kup i drukuj</translation>
    </message>
    <message>
        <source>buy another one in its place</source>
        <translation>kup inną w jej miejsce</translation>
    </message>
    <message>
        <source>buy the marked offer and print its label</source>
        <translation>kup zaznaczoną ofertę i wydrukuj etykietę</translation>
    </message>
    <message>
        <source>by contract</source>
        <translation>wg umowy</translation>
    </message>
    <message>
        <source>by contract, with the invoice</source>
        <translation>wg umowy, z fakturą</translation>
    </message>
    <message>
        <source>by dimensions and weight</source>
        <translation>według wymiarów i wagi</translation>
    </message>
    <message>
        <source>by dimensions and weight; also several parcels</source>
        <translation>według wymiarów i wagi, także kilka paczek</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>anulowane</translation>
    </message>
    <message>
        <source>came too late</source>
        <translation>za późno</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>anulowanie</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowana</translation>
    </message>
    <message>
        <source>cancelled already</source>
        <translation>już anulowana</translation>
    </message>
    <message>
        <source>cancelled at InPost; nothing is paid for it.</source>
        <translation>anulowana w InPost; nic za nią nie zapłacono.</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>anulowanie</translation>
    </message>
    <message>
        <source>cancelling a parcel</source>
        <translation>anulowanie przesyłki</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>pobranie</translation>
    </message>
    <message>
        <source>cash on delivery {amount} zł</source>
        <translation>pobranie {amount} zł</translation>
    </message>
    <message>
        <source>change of copies and data</source>
        <translation>zmianę ustawień kopii i danych</translation>
    </message>
    <message>
        <source>change of how offers are chosen</source>
        <translation>zmianę wyboru ofert</translation>
    </message>
    <message>
        <source>change of the account</source>
        <translation>zmianę konta</translation>
    </message>
    <message>
        <source>change of the accounts</source>
        <translation>zmianę listy kont</translation>
    </message>
    <message>
        <source>change of the courier&apos;s days</source>
        <translation>zmianę dni kuriera</translation>
    </message>
    <message>
        <source>change of the hints</source>
        <translation>zmianę podpowiedzi</translation>
    </message>
    <message>
        <source>change of the language</source>
        <translation>zmianę języka</translation>
    </message>
    <message>
        <source>change of the look</source>
        <translation>zmianę wyglądu</translation>
    </message>
    <message>
        <source>change of the notifications</source>
        <translation>zmianę powiadomień</translation>
    </message>
    <message>
        <source>change of the parcel sizes</source>
        <translation>zmianę gabarytów</translation>
    </message>
    <message>
        <source>change of the pickup&apos;s rules</source>
        <translation>zmianę zasad odbioru</translation>
    </message>
    <message>
        <source>change of the printer {name}</source>
        <translation>zmianę drukarki {name}</translation>
    </message>
    <message>
        <source>change of the proxy</source>
        <translation>zmianę proxy</translation>
    </message>
    <message>
        <source>change of the scanner</source>
        <translation>zmianę skanera</translation>
    </message>
    <message>
        <source>change of the sender</source>
        <translation>zmianę nadawcy</translation>
    </message>
    <message>
        <source>change of the settings</source>
        <translation>zmianę ustawień</translation>
    </message>
    <message>
        <source>change of the shop&apos;s columns</source>
        <translation>zmianę kolumn dla sklepu</translation>
    </message>
    <message>
        <source>change of the station</source>
        <translation>zmianę stanowiska</translation>
    </message>
    <message>
        <source>change of the watched folder</source>
        <translation>zmianę obserwowanego folderu</translation>
    </message>
    <message>
        <source>change of the way of sending</source>
        <translation>zmianę sposobu nadania</translation>
    </message>
    <message>
        <source>change of the weekend&apos;s hours</source>
        <translation>zmianę godzin weekendowych</translation>
    </message>
    <message>
        <source>change the dimensions</source>
        <translation>zmień wymiary</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>zmieniona</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>zmienione ręcznie</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>zn.</translation>
    </message>
    <message>
        <source>cheapest</source>
        <translation>najtańsza</translation>
    </message>
    <message>
        <source>choose and buy</source>
        <translation>wybierz i kup</translation>
    </message>
    <message>
        <source>choose how it is reached</source>
        <translation>wybierz połączenie</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>wybierz</translation>
    </message>
    <message>
        <source>choose one above</source>
        <translation>wybierz ją wyżej</translation>
    </message>
    <message>
        <source>choose that service</source>
        <translation>wybierz tę usługę</translation>
    </message>
    <message>
        <source>choose,</source>
        <translation>wybór,</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>teraz nieczynny</translation>
    </message>
    <message>
        <source>code read</source>
        <translation>kod odczytany</translation>
    </message>
    <message>
        <source>code, town, street or post code</source>
        <translation>kod, miejscowość, ulica albo kod pocztowy</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>przecinek</translation>
    </message>
    <message>
        <source>contract with invoice</source>
        <translation>umowa z fakturą</translation>
    </message>
    <message>
        <source>copy a message for the buyer</source>
        <translation>kopiuj wiadomość do kupującego</translation>
    </message>
    <message>
        <source>copy for support</source>
        <translation>kopia dla wsparcia</translation>
    </message>
    <message>
        <source>cost and purchase</source>
        <translation>koszt i zakup</translation>
    </message>
    <message>
        <source>courier</source>
        <translation>kurier</translation>
    </message>
    <message>
        <source>courier did not come</source>
        <translation>kurier nie przyjechał</translation>
    </message>
    <message>
        <source>courier labels</source>
        <translation>etykiety kurierskie</translation>
    </message>
    <message>
        <source>courier ordered</source>
        <translation>kurier zamówiony</translation>
    </message>
    <message>
        <source>courier parcel at a service point</source>
        <translation>paczka kurierska w punkcie obsługi</translation>
    </message>
    <message>
        <source>couriers&apos; parcels only</source>
        <translation>tylko kurier</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>otwarta pokrywa</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>ciemny</translation>
    </message>
    <message>
        <source>dashed: without the correction, {where}</source>
        <translation>linia przerywana: bez poprawki, {where}</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dzień</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dni</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>stopnie</translation>
    </message>
    <message>
        <source>did not reach InPost</source>
        <translation>nie dotarło do InPost</translation>
    </message>
    <message>
        <source>do not send them, take the labels off.</source>
        <translation>nie wysyłaj ich, zdejmij etykiety.</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>dokumenty</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>nie odpowiada</translation>
    </message>
    <message>
        <source>done</source>
        <translation>wykonano</translation>
    </message>
    <message>
        <source>download the network&apos;s points, or stop</source>
        <translation>pobierz punkty sieci albo zatrzymaj</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>e.g. Elektro-Volt sp. z o.o.</source>
        <translation>np. Elektro-Volt sp. z o.o.</translation>
    </message>
    <message>
        <source>e.g. the order&apos;s number</source>
        <translation>np. numer zamówienia</translation>
    </message>
    <message>
        <source>e.g. {code}</source>
        <translation>np. {code}</translation>
    </message>
    <message>
        <source>each is paid for once more</source>
        <translation>za każdą płacisz drugi raz</translation>
    </message>
    <message>
        <source>earlier hand-overs, and back</source>
        <translation>wcześniejsze wydania i powrót</translation>
    </message>
    <message>
        <source>either</source>
        <translation>z i bez</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>kończą się</translation>
    </message>
    <message>
        <source>every change is saved at once</source>
        <translation>zmiany zapisują się od razu</translation>
    </message>
    <message>
        <source>every state</source>
        <translation>każdy stan</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>wygasły</translation>
    </message>
    <message>
        <source>extra protection {amount} zł</source>
        <translation>dodatkowa ochrona {amount} zł</translation>
    </message>
    <message>
        <source>fetched by the courier</source>
        <translation>odbiór przez kuriera</translation>
    </message>
    <message>
        <source>fetched from the Paczkomat it was left in</source>
        <translation>odbiór z Paczkomatu, w którym ją nadano</translation>
    </message>
    <message>
        <source>fill in the e-mail</source>
        <translation>uzupełnij e-mail</translation>
    </message>
    <message>
        <source>first</source>
        <translation>pierwsza</translation>
    </message>
    <message>
        <source>folder {name}</source>
        <translation>folder {name}</translation>
    </message>
    <message>
        <source>for {minutes} min {seconds} s</source>
        <translation>trwa {minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>for {seconds} s</source>
        <translation>trwa {seconds} s</translation>
    </message>
    <message>
        <source>forgetting how columns are read</source>
        <translation>zapomnienie przypisania kolumn</translation>
    </message>
    <message>
        <source>found at InPost</source>
        <translation>znalezione w InPost</translation>
    </message>
    <message>
        <source>four on A4</source>
        <translation>A4 po 4</translation>
    </message>
    <message>
        <source>from</source>
        <translation>od</translation>
    </message>
    <message>
        <source>from {first} to {last}, in the order of the pile</source>
        <translation>od {first} do {last}, w kolejności stosu</translation>
    </message>
    <message>
        <source>from–to…</source>
        <translation>od–do…</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>pełny ekran</translation>
    </message>
    <message>
        <source>given to the printer</source>
        <translation>wysłana do drukarki</translation>
    </message>
    <message>
        <source>handed over by</source>
        <translation>wydał(a)</translation>
    </message>
    <message>
        <source>handed over: {handed} of {expected}</source>
        <translation>wydano {handed} z {expected}</translation>
    </message>
    <message>
        <source>has several parcels: scan the number on each</source>
        <translation>ma kilka paczek: skanuj numer na każdej</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>godzina</translation>
    </message>
    <message>
        <source>hours {hours}</source>
        <translation>godziny {hours}</translation>
    </message>
    <message>
        <source>how many, while the sizes have the focus</source>
        <translation>ile sztuk, gdy zaznaczone są gabaryty</translation>
    </message>
    <message>
        <source>if InPost has it after all, it is paid for twice</source>
        <translation>jeśli InPost jednak ją ma, zapłacisz dwa razy</translation>
    </message>
    <message>
        <source>in a PaczkoPunkt</source>
        <translation>w PaczkoPunkcie</translation>
    </message>
    <message>
        <source>in a Paczkomat</source>
        <translation>w Paczkomacie</translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation>na godzinę</translation>
    </message>
    <message>
        <source>in another guide: Enter</source>
        <translation>w innym przewodniku: Enter</translation>
    </message>
    <message>
        <source>in any Paczkomat or PaczkoPunkt</source>
        <translation>w dowolnym Paczkomacie lub PaczkoPunkcie</translation>
    </message>
    <message>
        <source>is not sent</source>
        <translation>nie jest wysyłana</translation>
    </message>
    <message>
        <source>it cannot be read from here on</source>
        <translation>od tego miejsca nie da się go odczytać</translation>
    </message>
    <message>
        <source>it is cancelled</source>
        <translation>anulowana</translation>
    </message>
    <message>
        <source>it is in another pickup order, or InPost has it</source>
        <translation>jest w innym zleceniu odbioru albo InPost już ją ma</translation>
    </message>
    <message>
        <source>it is not paid yet</source>
        <translation>jest jeszcze nieopłacona</translation>
    </message>
    <message>
        <source>it is sent again; asks once more</source>
        <translation>zostanie wysłana ponownie; zapytam, czy na pewno</translation>
    </message>
    <message>
        <source>it is to be posted in a Paczkomat or at a point, the courier cannot take it</source>
        <translation>ma nadanie w paczkomacie albo w punkcie, kurier nie może jej zabrać</translation>
    </message>
    <message>
        <source>it was bought meanwhile, parcel {number}.</source>
        <translation>w międzyczasie ją kupiono, numer przesyłki {number}.</translation>
    </message>
    <message>
        <source>it was cancelled at InPost</source>
        <translation>została anulowana w InPost</translation>
    </message>
    <message>
        <source>its status at InPost is: {status}</source>
        <translation>jej status w InPost to: {status}</translation>
    </message>
    <message>
        <source>its status does not allow a pickup</source>
        <translation>jej status nie pozwala na odbiór</translation>
    </message>
    <message>
        <source>keep the shipment as a preset</source>
        <translation>zapisz przesyłkę jako szablon</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etykieta</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etykiety</translation>
    </message>
    <message>
        <source>labels into the folder {name}</source>
        <translation>etykiety do folderu {name}</translation>
    </message>
    <message>
        <source>labels on {name}</source>
        <translation>etykiety na {name}</translation>
    </message>
    <message>
        <source>labels: {done} of {total}</source>
        <translation>etykiety: {done} z {total}</translation>
    </message>
    <message>
        <source>last</source>
        <translation>ostatnia</translation>
    </message>
    <message>
        <source>last 14</source>
        <translation>ostatnie 14</translation>
    </message>
    <message>
        <source>last 30</source>
        <translation>ostatnie 30</translation>
    </message>
    <message>
        <source>last 7</source>
        <translation>ostatnie 7</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>poprzedni miesiąc</translation>
    </message>
    <message>
        <source>later, look around first</source>
        <translation>później, na razie się rozejrzę</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>wyjdź</translation>
    </message>
    <message>
        <source>leave the notices out</source>
        <translation>wyłącz powiadomienia</translation>
    </message>
    <message>
        <source>leave; the draft is kept</source>
        <translation>wyjdź; szkic zostanie</translation>
    </message>
    <message>
        <source>leaving out {count}</source>
        <translation>pominę {count}</translation>
    </message>
    <message>
        <source>left edge</source>
        <translation>lewy brzeg</translation>
    </message>
    <message>
        <source>left: {count}</source>
        <translation>zostało {count}</translation>
    </message>
    <message>
        <source>light</source>
        <translation>jasny</translation>
    </message>
    <message>
        <source>list of all orders, and back</source>
        <translation>lista wszystkich zleceń i powrót</translation>
    </message>
    <message>
        <source>locker labels</source>
        <translation>etykiety paczkomatowe</translation>
    </message>
    <message>
        <source>look at it on the Shipments page, and order without it.</source>
        <translation>obejrzyj ją na stronie Przesyłki i zamów bez niej.</translation>
    </message>
    <message>
        <source>look for printers again</source>
        <translation>poszukaj drukarek jeszcze raz</translation>
    </message>
    <message>
        <source>look for printers again, or check this computer</source>
        <translation>wyszukaj drukarki ponownie albo sprawdź ten komputer</translation>
    </message>
    <message>
        <source>made elsewhere</source>
        <translation>utworzona gdzie indziej</translation>
    </message>
    <message>
        <source>made {time}</source>
        <translation>utworzona {time}</translation>
    </message>
    <message>
        <source>mark an offer</source>
        <translation>zaznacz ofertę</translation>
    </message>
    <message>
        <source>maybe printed</source>
        <translation>może wydrukowana</translation>
    </message>
    <message>
        <source>mean per parcel</source>
        <translation>średnio na paczkę</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>month-{month}</source>
        <translation>miesiac-{month}</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>must not leave</source>
        <translation>nie może wyjechać</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>potrzebne</translation>
    </message>
    <message>
        <source>needed, please choose</source>
        <translation>potrzebne, wybierz</translation>
    </message>
    <message>
        <source>network</source>
        <translation>sieć</translation>
    </message>
    <message>
        <source>next</source>
        <translation>następny</translation>
    </message>
    <message>
        <source>next free place on the sheet</source>
        <translation>następne wolne miejsce na arkuszu</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>następny krok</translation>
    </message>
    <message>
        <source>next step, or to the first wrong field</source>
        <translation>następny krok albo pierwsze błędne pole</translation>
    </message>
    <message>
        <source>next working day, by 10:00</source>
        <translation>następny dzień roboczy, do 10:00</translation>
    </message>
    <message>
        <source>next working day, by 12:00</source>
        <translation>następny dzień roboczy, do 12:00</translation>
    </message>
    <message>
        <source>next working day, by 17:00</source>
        <translation>następny dzień roboczy, do 17:00</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>nie ma jeszcze odpowiedzi</translation>
    </message>
    <message>
        <source>no fixed hour</source>
        <translation>bez stałej godziny</translation>
    </message>
    <message>
        <source>no history yet</source>
        <translation>nie ma jeszcze historii</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>nie ma jeszcze numeru</translation>
    </message>
    <message>
        <source>no order here has it</source>
        <translation>nie ma jej żadne zamówienie</translation>
    </message>
    <message>
        <source>no page</source>
        <translation>brak strony</translation>
    </message>
    <message>
        <source>no parcel number</source>
        <translation>to nie numer przesyłki</translation>
    </message>
    <message>
        <source>no parcels can be collected</source>
        <translation>nie wydaje paczek</translation>
    </message>
    <message>
        <source>no printer chosen</source>
        <translation>nie wybrano drukarki</translation>
    </message>
    <message>
        <source>no. {row}</source>
        <translation>poz. {row}</translation>
    </message>
    <message>
        <source>non-standard</source>
        <translation>niestandardowa</translation>
    </message>
    <message>
        <source>non-standard: does not fit the sorting line, costs more</source>
        <translation>niestandardowa: nie mieści się na sorterze, kosztuje więcej</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>normal window</source>
        <translation>zwykłe okno</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nieprzyjęte</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>brak zgody</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>jeszcze nie sprawdzona</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>jeszcze nie wybrano</translation>
    </message>
    <message>
        <source>not counted: the hand-over is closed</source>
        <translation>nie policzono: wydanie jest zamknięte</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nie dokończono</translation>
    </message>
    <message>
        <source>not for Allegro&apos;s parcels</source>
        <translation>nie dla paczek Allegro</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nie znaleziono</translation>
    </message>
    <message>
        <source>not heard here</source>
        <translation>skanowanie wyłączone</translation>
    </message>
    <message>
        <source>not in your contract with InPost</source>
        <translation>nie ma tego w umowie z InPost</translation>
    </message>
    <message>
        <source>not named yet</source>
        <translation>jeszcze nie podano</translation>
    </message>
    <message>
        <source>not open day and night</source>
        <translation>nieczynny całą dobę</translation>
    </message>
    <message>
        <source>not open day and night, so not at the weekend</source>
        <translation>nieczynny całą dobę, więc nie w weekend</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>nieopłacona</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>niewydrukowana</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>nieobowiązkowa</translation>
    </message>
    <message>
        <source>not sent yet: {count}</source>
        <translation>jeszcze niewysłane: {count}</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>jeszcze nieustawiona</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>niezaznaczona</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>nothing is bought, its label is fetched</source>
        <translation>nic nie kupuję, pobiorę jej etykietę</translation>
    </message>
    <message>
        <source>nothing is sent or paid · labels say SPECIMEN</source>
        <translation>nic nie jest wysyłane ani płacone · etykiety mają napis SPECIMEN</translation>
    </message>
    <message>
        <source>nothing is to be done.</source>
        <translation>nic nie trzeba robić.</translation>
    </message>
    <message>
        <source>nothing on the desk</source>
        <translation>nic na stole</translation>
    </message>
    <message>
        <source>nothing to send</source>
        <translation>nic do wysłania</translation>
    </message>
    <message>
        <source>nothing: wait until it works again</source>
        <translation>nigdzie: poczekaj, aż zadziała</translation>
    </message>
    <message>
        <source>now: {day}</source>
        <translation>teraz: {day}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>z {count}</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>z {time}</translation>
    </message>
    <message>
        <source>of {total} labels</source>
        <translation>z {total} etykiet</translation>
    </message>
    <message>
        <source>offer chosen</source>
        <translation>wybrana oferta</translation>
    </message>
    <message>
        <source>on the first of {count} shipments only</source>
        <translation>tylko na pierwszej z {count} przesyłek</translation>
    </message>
    <message>
        <source>on the label</source>
        <translation>na etykiecie</translation>
    </message>
    <message>
        <source>once more with the same data</source>
        <translation>jeszcze raz z tymi samymi danymi</translation>
    </message>
    <message>
        <source>one more label of an order</source>
        <translation>kolejna etykieta zamówienia</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>krok wstecz</translation>
    </message>
    <message>
        <source>only before payment</source>
        <translation>tylko przed zapłatą</translation>
    </message>
    <message>
        <source>only for accounts that pay by invoice</source>
        <translation>tylko dla kont z umową i fakturą</translation>
    </message>
    <message>
        <source>only for packing slips and lists</source>
        <translation>tylko na karty i listy do pakowania</translation>
    </message>
    <message>
        <source>only points open 24/7</source>
        <translation>tylko punkty czynne 24/7</translation>
    </message>
    <message>
        <source>only points that take cash on delivery</source>
        <translation>tylko punkty przyjmujące pobranie</translation>
    </message>
    <message>
        <source>only with it</source>
        <translation>tylko z pobraniem</translation>
    </message>
    <message>
        <source>opened at start</source>
        <translation>otwierane przy starcie</translation>
    </message>
    <message>
        <source>order a courier for the ticked parcels</source>
        <translation>zamów kuriera po zaznaczone paczki</translation>
    </message>
    <message>
        <source>order not accepted</source>
        <translation>zlecenie nieprzyjęte</translation>
    </message>
    <message>
        <source>order of {time}</source>
        <translation>zlecenie z {time}</translation>
    </message>
    <message>
        <source>order turned down</source>
        <translation>zlecenie odrzucone</translation>
    </message>
    <message>
        <source>order without it and put it into a Paczkomat.</source>
        <translation>zamów bez niej i zanieś ją do paczkomatu.</translation>
    </message>
    <message>
        <source>order without it and take its label off.</source>
        <translation>zamów bez niej i zdejmij z niej etykietę.</translation>
    </message>
    <message>
        <source>order without it.</source>
        <translation>zamów bez niej.</translation>
    </message>
    <message>
        <source>order without it; look into Manager Paczek for the other order.</source>
        <translation>zamów bez niej; drugiego zlecenia poszukaj w Managerze Paczek.</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>zlecona</translation>
    </message>
    <message>
        <source>ordered, with others</source>
        <translation>zlecona razem z innymi</translation>
    </message>
    <message>
        <source>orders-template.xlsx</source>
        <translation>wzor-zamowien.xlsx</translation>
    </message>
    <message>
        <source>organisation {id}</source>
        <translation>organizacja {id}</translation>
    </message>
    <message>
        <source>out of InPost&apos;s offers</source>
        <translation>z ofert InPost</translation>
    </message>
    <message>
        <source>out of labels</source>
        <translation>brak etykiet</translation>
    </message>
    <message>
        <source>out of ribbon or ink</source>
        <translation>brak taśmy lub tuszu</translation>
    </message>
    <message>
        <source>out of toner</source>
        <translation>brak tonera</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>własny rozmiar</translation>
    </message>
    <message>
        <source>packing slips</source>
        <translation>karty do pakowania</translation>
    </message>
    <message>
        <source>page {page} of {total}</source>
        <translation>strona {page} z {total}</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>opłacona</translation>
    </message>
    <message>
        <source>paid for</source>
        <translation>opłacenie</translation>
    </message>
    <message>
        <source>paid for, with others</source>
        <translation>opłacenie razem z innymi</translation>
    </message>
    <message>
        <source>paper direction</source>
        <translation>kierunek papieru</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>zacięty papier</translation>
    </message>
    <message>
        <source>parcels in the file: {n}</source>
        <translation>paczek w pliku: {n}</translation>
    </message>
    <message>
        <source>parcels today</source>
        <translation>paczek dziś</translation>
    </message>
    <message>
        <source>parcels: {count}</source>
        <translation>paczki: {count}</translation>
    </message>
    <message>
        <source>part {part} of {parts}</source>
        <translation>część {part} z {parts}</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>wklej</translation>
    </message>
    <message>
        <source>paste the token</source>
        <translation>wklej token</translation>
    </message>
    <message>
        <source>pay for it first, or order without it.</source>
        <translation>najpierw ją opłać albo zamów bez niej.</translation>
    </message>
    <message>
        <source>pay for them first, on the Orders page.</source>
        <translation>najpierw opłać je na stronie Zamówienia.</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>płatność</translation>
    </message>
    <message>
        <source>payment failed</source>
        <translation>płatność nieudana</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>odbiór</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>piksele</translation>
    </message>
    <message>
        <source>posted at a point</source>
        <translation>nadanie w punkcie</translation>
    </message>
    <message>
        <source>posted in a Paczkomat</source>
        <translation>nadanie w paczkomacie</translation>
    </message>
    <message>
        <source>print server not reached</source>
        <translation>nie ma połączenia z serwerem druku</translation>
    </message>
    <message>
        <source>print the label again</source>
        <translation>wydrukuj etykietę ponownie</translation>
    </message>
    <message>
        <source>print the list of the last hand-over again</source>
        <translation>drukuj ponownie listę ostatniego wydania</translation>
    </message>
    <message>
        <source>print the test label</source>
        <translation>wydrukuj etykietę testową</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>wydrukowana</translation>
    </message>
    <message>
        <source>printed {time}</source>
        <translation>wydrukowana {time}</translation>
    </message>
    <message>
        <source>printer not there</source>
        <translation>nie ma tej drukarki</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>wydruk</translation>
    </message>
    <message>
        <source>printing paused</source>
        <translation>druk wstrzymany</translation>
    </message>
    <message>
        <source>printing stopped</source>
        <translation>druk zatrzymany</translation>
    </message>
    <message>
        <source>protection {amount} zł</source>
        <translation>ochrona {amount} zł</translation>
    </message>
    <message>
        <source>queue {name}</source>
        <translation>kolejka {name}</translation>
    </message>
    <message>
        <source>ready then, and started by you</source>
        <translation>wtedy będą gotowe, a uruchomisz je Ty</translation>
    </message>
    <message>
        <source>ready to print</source>
        <translation>gotowa do druku</translation>
    </message>
    <message>
        <source>reference, place or number</source>
        <translation>referencja, miejsce lub numer</translation>
    </message>
    <message>
        <source>refreshed {time}</source>
        <translation>odświeżono {time}</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>odmowa</translation>
    </message>
    <message>
        <source>remove this parcel</source>
        <translation>usuń tę paczkę</translation>
    </message>
    <message>
        <source>remove what is chosen in the list</source>
        <translation>usuń to, co wybrane na liście</translation>
    </message>
    <message>
        <source>removing the printer {name}</source>
        <translation>usunięcie drukarki {name}</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>wymieniona</translation>
    </message>
    <message>
        <source>replaced already</source>
        <translation>już wymieniona</translation>
    </message>
    <message>
        <source>replacing</source>
        <translation>wymiana</translation>
    </message>
    <message>
        <source>replacing a parcel</source>
        <translation>wymiana przesyłki</translation>
    </message>
    <message>
        <source>reprints</source>
        <translation>dodruki</translation>
    </message>
    <message>
        <source>return</source>
        <translation>zwrot</translation>
    </message>
    <message>
        <source>return label</source>
        <translation>etykieta zwrotna</translation>
    </message>
    <message>
        <source>return received</source>
        <translation>zwrot przyjęty</translation>
    </message>
    <message>
        <source>return, never sent by InPost</source>
        <translation>zwrot, którego InPost nie nadał</translation>
    </message>
    <message>
        <source>return, received before</source>
        <translation>zwrot, przyjęty wcześniej</translation>
    </message>
    <message>
        <source>right edge</source>
        <translation>prawy brzeg</translation>
    </message>
    <message>
        <source>rows: {count}</source>
        <translation>wiersze: {count}</translation>
    </message>
    <message>
        <source>run</source>
        <translation>partia</translation>
    </message>
    <message>
        <source>run-{number}-labels.pdf</source>
        <translation>partia-{number}-etykiety.pdf</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>scan it, or type it</source>
        <translation>zeskanuj albo wpisz</translation>
    </message>
    <message>
        <source>scan it, or type it and press Enter</source>
        <translation>zeskanuj albo wpisz i naciśnij Enter</translation>
    </message>
    <message>
        <source>scans are heard</source>
        <translation>skanowanie włączone</translation>
    </message>
    <message>
        <source>second time, not counted</source>
        <translation>drugi raz, nie liczę</translation>
    </message>
    <message>
        <source>section, or choice in a list</source>
        <translation>dział albo wybór na liście</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>średnik</translation>
    </message>
    <message>
        <source>service</source>
        <translation>usługa</translation>
    </message>
    <message>
        <source>several parcels in one shipment</source>
        <translation>kilka paczek w jednej przesyłce</translation>
    </message>
    <message>
        <source>shipments-{day}</source>
        <translation>przesylki-{day}</translation>
    </message>
    <message>
        <source>shipments: {count}, last {day}</source>
        <translation>przesyłki: {count}, ostatnia {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>od {day}</translation>
    </message>
    <message>
        <source>size {letter}</source>
        <translation>gabaryt {letter}</translation>
    </message>
    <message>
        <source>size {size}</source>
        <translation>gabaryt {size}</translation>
    </message>
    <message>
        <source>sizes A, B, C; the receiver needs a telephone and an e-mail</source>
        <translation>gabaryty A, B, C; odbiorca musi mieć telefon i e-mail</translation>
    </message>
    <message>
        <source>sizes {letters}</source>
        <translation>gabaryty {letters}</translation>
    </message>
    <message>
        <source>spare printer</source>
        <translation>zapasowa</translation>
    </message>
    <message>
        <source>start the demo</source>
        <translation>uruchom demo</translation>
    </message>
    <message>
        <source>stays for the next pickup</source>
        <translation>zostaje na następny odbiór</translation>
    </message>
    <message>
        <source>still to come: {coming}</source>
        <translation>jeszcze przyjdą: {coming}</translation>
    </message>
    <message>
        <source>still valid</source>
        <translation>ważne jeszcze</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>zatrzymane przez Ciebie</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>zatrzymania</translation>
    </message>
    <message>
        <source>strange parcel</source>
        <translation>obca paczka</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>na przykład {day}</translation>
    </message>
    <message>
        <source>switched off or not connected</source>
        <translation>wyłączona albo odłączona</translation>
    </message>
    <message>
        <source>system queue</source>
        <translation>kolejka</translation>
    </message>
    <message>
        <source>tabulator</source>
        <translation>tabulator</translation>
    </message>
    <message>
        <source>take the last scan back</source>
        <translation>cofnij ostatni skan</translation>
    </message>
    <message>
        <source>take the old labels off; the new parcels have labels of their own.</source>
        <translation>zdejmij stare etykiety; nowe przesyłki mają własne.</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>cofnięto</translation>
    </message>
    <message>
        <source>taken back by {operator}</source>
        <translation>cofnięto, {operator}</translation>
    </message>
    <message>
        <source>takes no cash on delivery</source>
        <translation>nie przyjmuje pobrań</translation>
    </message>
    <message>
        <source>takes no documents</source>
        <translation>nie przyjmuje wydruków</translation>
    </message>
    <message>
        <source>tel. … {end}</source>
        <translation>tel. … {end}</translation>
    </message>
    <message>
        <source>that size, while the sizes have the focus</source>
        <translation>ten gabaryt, gdy zaznaczone są gabaryty</translation>
    </message>
    <message>
        <source>the bracket “(” is never closed</source>
        <translation>nawias „(” nie jest zamknięty</translation>
    </message>
    <message>
        <source>the bracket “)” was never opened</source>
        <translation>nawias „)” nie był otwarty</translation>
    </message>
    <message>
        <source>the bracket “[” is never closed</source>
        <translation>nawias „[” nie jest zamknięty</translation>
    </message>
    <message>
        <source>the courier does not take them, bring them to a PaczkoPunkt.</source>
        <translation>kurier ich nie weźmie, zanieś je do PaczkoPunktu.</translation>
    </message>
    <message>
        <source>the courier does not take them, put them into a Paczkomat.</source>
        <translation>kurier ich nie weźmie, zanieś je do paczkomatu.</translation>
    </message>
    <message>
        <source>the draft keeps itself</source>
        <translation>szkic zapisuje się sam</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>ostatnie 30 dni</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>ostatnie 7 dni</translation>
    </message>
    <message>
        <source>the last change</source>
        <translation>ostatnia zmiana</translation>
    </message>
    <message>
        <source>the measures that the settings have for a size</source>
        <translation>wymiary gabarytu zapisane w ustawieniach</translation>
    </message>
    <message>
        <source>the others can be corrected in the table</source>
        <translation>resztę poprawisz w tabeli</translation>
    </message>
    <message>
        <source>the point with that number</source>
        <translation>punkt z tym numerem</translation>
    </message>
    <message>
        <source>the range runs backwards</source>
        <translation>zakres biegnie od końca</translation>
    </message>
    <message>
        <source>the repetition counts from more to less</source>
        <translation>powtórzenie liczy od większej do mniejszej liczby</translation>
    </message>
    <message>
        <source>the service above or below</source>
        <translation>usługa wyżej albo niżej</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>ustawienia</translation>
    </message>
    <message>
        <source>the whole history since {day}</source>
        <translation>cała historia od {day}</translation>
    </message>
    <message>
        <source>then choose the answer</source>
        <translation>potem wybierz odpowiedź</translation>
    </message>
    <message>
        <source>there is nothing to repeat; for the sign itself write \ before it</source>
        <translation>nie ma czego powtarzać; \ przed znakiem oznacza sam ten znak</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>ten miesiąc</translation>
    </message>
    <message>
        <source>this point is not open day and night.</source>
        <translation>ten punkt nie jest czynny całą dobę.</translation>
    </message>
    <message>
        <source>tick all parcels, or none</source>
        <translation>zaznacz wszystkie paczki lub żadną</translation>
    </message>
    <message>
        <source>tick the box</source>
        <translation>zaznacz pole</translation>
    </message>
    <message>
        <source>tick the selected parcels, or untick them</source>
        <translation>zaznacz wybrane paczki lub odznacz</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>zaznaczona</translation>
    </message>
    <message>
        <source>ticked: {count}</source>
        <translation>zaznaczone {count}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>to a Paczkomat</source>
        <translation>do Paczkomatu</translation>
    </message>
    <message>
        <source>to a Paczkomat or PaczkoPunkt</source>
        <translation>do Paczkomatu lub PaczkoPunktu</translation>
    </message>
    <message>
        <source>to be settled</source>
        <translation>do wyjaśnienia</translation>
    </message>
    <message>
        <source>to be settled: {count}</source>
        <translation>do wyjaśnienia: {count}</translation>
    </message>
    <message>
        <source>to the door</source>
        <translation>do drzwi</translation>
    </message>
    <message>
        <source>today</source>
        <translation>dziś</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>dzisiaj {time}</translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation>dziś, {day}</translation>
    </message>
    <message>
        <source>token from {name}</source>
        <translation>token ze zmiennej {name}</translation>
    </message>
    <message>
        <source>token in the system&apos;s keyring</source>
        <translation>token w pęku kluczy systemu</translation>
    </message>
    <message>
        <source>token only while the program runs</source>
        <translation>token tylko do zamknięcia programu</translation>
    </message>
    <message>
        <source>top</source>
        <translation>góra</translation>
    </message>
    <message>
        <source>top edge</source>
        <translation>górny brzeg</translation>
    </message>
    <message>
        <source>tracking</source>
        <translation>śledzenie</translation>
    </message>
    <message>
        <source>turned down</source>
        <translation>odrzucone</translation>
    </message>
    <message>
        <source>two repetitions in a row</source>
        <translation>dwa powtórzenia pod rząd</translation>
    </message>
    <message>
        <source>type the number of a torn label; search in the lists</source>
        <translation>wpisz numer z podartej etykiety; szukaj na listach</translation>
    </message>
    <message>
        <source>undo the last change</source>
        <translation>cofnij ostatnią zmianę</translation>
    </message>
    <message>
        <source>until {time}, {left}</source>
        <translation>do {time}, {left}</translation>
    </message>
    <message>
        <source>up to {count} characters</source>
        <translation>do {count} znaków</translation>
    </message>
    <message>
        <source>up to {weight} kg</source>
        <translation>do {weight} kg</translation>
    </message>
    <message>
        <source>usually 1–2 working days</source>
        <translation>zwykle 1–2 dni robocze</translation>
    </message>
    <message>
        <source>waiting {count}</source>
        <translation>czeka {count}</translation>
    </message>
    <message>
        <source>waits for InPost</source>
        <translation>czeka na InPost</translation>
    </message>
    <message>
        <source>was not sent</source>
        <translation>nie wysłano</translation>
    </message>
    <message>
        <source>way of sending unknown</source>
        <translation>nieznany sposób nadania</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>weekend</translation>
    </message>
    <message>
        <source>with PaczkoPunkty or without</source>
        <translation>z PaczkoPunktami albo bez</translation>
    </message>
    <message>
        <source>with no. {row}</source>
        <translation>razem z poz. {row}</translation>
    </message>
    <message>
        <source>with the courier</source>
        <translation>u kuriera</translation>
    </message>
    <message>
        <source>without Paczka w Weekend</source>
        <translation>bez Paczki w Weekend</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>pracuję…</translation>
    </message>
    <message>
        <source>write what is offered under a field</source>
        <translation>wpisz to, co podpowiedziano pod polem</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>wczoraj {time}</translation>
    </message>
    <message>
        <source>you type it below</source>
        <translation>wpiszesz poniżej</translation>
    </message>
    <message>
        <source>your organisation, as InPost knows it</source>
        <translation>Twoja organizacja według danych InPost</translation>
    </message>
    <message>
        <source>{act}: left out {count} of {all}. {reference}: {why}.</source>
        <translation>{act}: pominięto {count} z {all}. {reference}: {why}.</translation>
    </message>
    <message>
        <source>{act}: {why}.</source>
        <translation>{act}: {why}.</translation>
    </message>
    <message>
        <source>{count} more parcels are not shown.</source>
        <translation>Niepokazane paczki: {count}.</translation>
    </message>
    <message>
        <source>{count} of {limit} characters</source>
        <translation>{count} z {limit} znaków</translation>
    </message>
    <message>
        <source>{count} points, no internet needed</source>
        <translation>punktów: {count} · bez internetu</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} h</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} dni</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} z {total}</translation>
    </message>
    <message>
        <source>{done} of {total} printed</source>
        <translation>{done} z {total} wydrukowane</translation>
    </message>
    <message>
        <source>{fact}: {count}; {remedy}</source>
        <translation>{fact}: {count}; {remedy}</translation>
    </message>
    <message>
        <source>{field}, one more column</source>
        <translation>{field}, jeszcze jedna kolumna</translation>
    </message>
    <message>
        <source>{file} · rows: {count}</source>
        <translation>{file} · wiersze: {count}</translation>
    </message>
    <message>
        <source>{first} More: {count}</source>
        <translation>{first} Więcej: {count}</translation>
    </message>
    <message>
        <source>{handed} of {count}</source>
        <translation>{handed} z {count}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} godz. {minutes} min</translation>
    </message>
    <message>
        <source>{length} higher</source>
        <translation>{length} wyżej</translation>
    </message>
    <message>
        <source>{length} lower</source>
        <translation>{length} niżej</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>{length} to the left</source>
        <translation>{length} w lewo</translation>
    </message>
    <message>
        <source>{length} to the right</source>
        <translation>{length} w prawo</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (brak w systemie)</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>Nie można otworzyć pliku {name}.</translation>
    </message>
    <message>
        <source>{name} could not be read.</source>
        <translation>Nie udało się odczytać pliku {name}.</translation>
    </message>
    <message>
        <source>{name} is added.</source>
        <translation>Dodano konto: {name}.</translation>
    </message>
    <message>
        <source>{name} is not bought by itself.</source>
        <translation>Przesyłki z pliku {name} nie zostaną kupione automatycznie.</translation>
    </message>
    <message>
        <source>{name} is on the desk, but cannot be moved.</source>
        <translation>Plik {name} jest wczytany, ale nie da się go przenieść.</translation>
    </message>
    <message>
        <source>{name} is removed; its ledger stays.</source>
        <translation>Usunięto konto: {name}. Rejestr zostaje.</translation>
    </message>
    <message>
        <source>{name} was on the desk already.</source>
        <translation>{name} jest już na stole.</translation>
    </message>
    <message>
        <source>{name} · has a PIN</source>
        <translation>{name} · ma PIN</translation>
    </message>
    <message>
        <source>{name} · sign off</source>
        <translation>{name} · wyloguj</translation>
    </message>
    <message>
        <source>{name}-labels.pdf</source>
        <translation>{name}-etykiety.pdf</translation>
    </message>
    <message>
        <source>{name}-packing-list.pdf</source>
        <translation>{name}-lista.pdf</translation>
    </message>
    <message>
        <source>{name}-slips.pdf</source>
        <translation>{name}-karty.pdf</translation>
    </message>
    <message>
        <source>{name}: shipments {shipments}, labels {labels}</source>
        <translation>{name}: przesyłki {shipments}, etykiety {labels}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}: {words}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} z {count}</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>jeszcze {n}</translation>
    </message>
    <message>
        <source>{reference} refused</source>
        <translation>{reference} odrzucone</translation>
    </message>
    <message>
        <source>{reference}, {heading}: {text}.</source>
        <translation>{reference}, {heading}: {text}.</translation>
    </message>
    <message>
        <source>{reference}: dealt with ({what}).</source>
        <translation>{reference}: załatwione ({what}).</translation>
    </message>
    <message>
        <source>{reference}: it waits no more, because it needs a person.</source>
        <translation>{reference}: już nie czeka, bo potrzebna jest decyzja człowieka.</translation>
    </message>
    <message>
        <source>{reference}: {words}</source>
        <translation>{reference}: {words}</translation>
    </message>
    <message>
        <source>{said} in {requests} requests</source>
        <translation>{said}, zapytań: {requests}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{value} closed</source>
        <translation>{value} nieczynny</translation>
    </message>
    <message>
        <source>{value} not for this</source>
        <translation>{value} nie w tej usłudze</translation>
    </message>
    <message>
        <source>{value} takes no parcels</source>
        <translation>{value} nie przyjmuje paczek</translation>
    </message>
    <message>
        <source>{value} unknown</source>
        <translation>{value} nie istnieje</translation>
    </message>
    <message>
        <source>{way}, {dpi} dpi</source>
        <translation>{way}, {dpi} dpi</translation>
    </message>
    <message>
        <source>{way}, {paper}</source>
        <translation>{way}, {paper}</translation>
    </message>
    <message>
        <source>{what} go to {printer} first.</source>
        <translation>{what}: najpierw drukuje {printer}.</translation>
    </message>
    <message>
        <source>{what}: dealt with</source>
        <translation>{what}: załatwione</translation>
    </message>
    <message>
        <source>{whole}.{tenth} km</source>
        <translation>{whole},{tenth} km</translation>
    </message>
    <message>
        <source>{width} × {height} dots</source>
        <translation>{width} × {height} punktów</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} mm</translation>
    </message>
    <message>
        <source>{width} × {height} mm, {paper}</source>
        <translation>{width} × {height} mm, {paper}</translation>
    </message>
    <message>
        <source>– not in the file –</source>
        <translation>– nie ma w pliku –</translation>
    </message>
    <message>
        <source>– told by the point –</source>
        <translation>– wynika z punktu –</translation>
    </message>
    <message>
        <source>“Check the data” below names them.</source>
        <translation>„Sprawdź dane” poniżej wymieni je po nazwie.</translation>
    </message>
    <message>
        <source>“Choose an offer” at its row leads back here.</source>
        <translation>„Wybierz ofertę” przy jej wierszu prowadzi tu z powrotem.</translation>
    </message>
    <message>
        <source>“{column}” speaks of cash on delivery, but no column with the sum is chosen. Those parcels would be handed over without the money.</source>
        <translation>Kolumna „{column}” mówi o pobraniu, ale nie wybrano kolumny z kwotą. Te paczki zostałyby wydane bez pobrania pieniędzy.</translation>
    </message>
</context>
</TS>
