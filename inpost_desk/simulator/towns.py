"""Real Polish towns in which the simulator invents its points."""

from __future__ import annotations

from typing import NamedTuple


class Town(NamedTuple):
    """`post` is the first two or three digits of the post code; `lockers` how many are invented there."""

    code: str
    name: str
    province: str
    post: str
    latitude: float
    longitude: float
    lockers: int


TOWNS = (
    Town("WAW", "Warszawa", "mazowieckie", "02", 52.2297, 21.0122, 340),
    Town("KRA", "Kraków", "małopolskie", "30", 50.0614, 19.9366, 220),
    Town("WRO", "Wrocław", "dolnośląskie", "53", 51.1079, 17.0385, 170),
    Town("POZ", "Poznań", "wielkopolskie", "60", 52.4064, 16.9252, 160),
    Town("LOD", "Łódź", "łódzkie", "90", 51.7592, 19.4560, 150),
    Town("GDA", "Gdańsk", "pomorskie", "80", 54.3520, 18.6466, 130),
    Town("SZC", "Szczecin", "zachodniopomorskie", "70", 53.4285, 14.5528, 100),
    Town("BYD", "Bydgoszcz", "kujawsko-pomorskie", "85", 53.1235, 18.0084, 90),
    Town("LUB", "Lublin", "lubelskie", "20", 51.2465, 22.5684, 90),
    Town("KAT", "Katowice", "śląskie", "40", 50.2649, 19.0238, 90),
    Town("BIA", "Białystok", "podlaskie", "15", 53.1325, 23.1688, 70),
    Town("GDY", "Gdynia", "pomorskie", "81", 54.5189, 18.5305, 60),
    Town("CZE", "Częstochowa", "śląskie", "42", 50.8118, 19.1203, 55),
    Town("RAD", "Radom", "mazowieckie", "26", 51.4027, 21.1471, 50),
    Town("TOR", "Toruń", "kujawsko-pomorskie", "87", 53.0138, 18.5984, 50),
    Town("SOS", "Sosnowiec", "śląskie", "41", 50.2863, 19.1041, 45),
    Town("RZE", "Rzeszów", "podkarpackie", "35", 50.0412, 21.9991, 50),
    Town("KIE", "Kielce", "świętokrzyskie", "25", 50.8661, 20.6286, 50),
    Town("GLI", "Gliwice", "śląskie", "44", 50.2945, 18.6714, 45),
    Town("OLS", "Olsztyn", "warmińsko-mazurskie", "10", 53.7784, 20.4801, 50),
    Town("BBI", "Bielsko-Biała", "śląskie", "43", 49.8224, 19.0584, 40),
    Town("ZGO", "Zielona Góra", "lubuskie", "65", 51.9356, 15.5062, 38),
    Town("RYB", "Rybnik", "śląskie", "44", 50.1022, 18.5463, 30),
    Town("OPO", "Opole", "opolskie", "45", 50.6751, 17.9213, 38),
    Town("TYC", "Tychy", "śląskie", "43", 50.1218, 19.0200, 30),
    Town("GOR", "Gorzów Wielkopolski", "lubuskie", "66", 52.7368, 15.2288, 30),
    Town("ELB", "Elbląg", "warmińsko-mazurskie", "82", 54.1522, 19.4088, 28),
    Town("PLO", "Płock", "mazowieckie", "09", 52.5468, 19.7064, 28),
    Town("WAL", "Wałbrzych", "dolnośląskie", "58", 50.7714, 16.2843, 25),
    Town("WLO", "Włocławek", "kujawsko-pomorskie", "87", 52.6482, 19.0678, 25),
    Town("TAR", "Tarnów", "małopolskie", "33", 50.0121, 20.9858, 25),
    Town("CHO", "Chorzów", "śląskie", "41", 50.2975, 18.9546, 22),
    Town("KOS", "Koszalin", "zachodniopomorskie", "75", 54.1943, 16.1715, 25),
    Town("KAL", "Kalisz", "wielkopolskie", "62", 51.7611, 18.0910, 22),
    Town("LEG", "Legnica", "dolnośląskie", "59", 51.2070, 16.1553, 22),
    Town("GRU", "Grudziądz", "kujawsko-pomorskie", "86", 53.4837, 18.7536, 18),
    Town("SLU", "Słupsk", "pomorskie", "76", 54.4641, 17.0285, 20),
    Town("NSA", "Nowy Sącz", "małopolskie", "33", 49.6249, 20.6915, 18),
    Town("JEG", "Jelenia Góra", "dolnośląskie", "58", 50.9044, 15.7194, 18),
    Town("SIE", "Siedlce", "mazowieckie", "08", 52.1677, 22.2901, 16),
    Town("KON", "Konin", "wielkopolskie", "62", 52.2230, 18.2511, 15),
    Town("PIO", "Piotrków Trybunalski", "łódzkie", "97", 51.4055, 19.7032, 15),
    Town("LBN", "Lubin", "dolnośląskie", "59", 51.4009, 16.2015, 14),
    Town("INO", "Inowrocław", "kujawsko-pomorskie", "88", 52.7977, 18.2639, 14),
    Town("SUW", "Suwałki", "podlaskie", "16", 54.1118, 22.9309, 14),
    Town("PIL", "Piła", "wielkopolskie", "64", 53.1514, 16.7378, 14),
    Town("OST", "Ostrów Wielkopolski", "wielkopolskie", "63", 51.6550, 17.8068, 14),
    Town("STA", "Stargard", "zachodniopomorskie", "73", 53.3367, 15.0499, 12),
    Town("GNI", "Gniezno", "wielkopolskie", "62", 52.5349, 17.5826, 12),
    Town("ZAM", "Zamość", "lubelskie", "22", 50.7231, 23.2519, 12),
    Town("PRZ", "Przemyśl", "podkarpackie", "37", 49.7838, 22.7678, 12),
    Town("STW", "Stalowa Wola", "podkarpackie", "37", 50.5826, 22.0536, 12),
    Town("LOM", "Łomża", "podlaskie", "18", 53.1781, 22.0594, 12),
    Town("ELK", "Ełk", "warmińsko-mazurskie", "19", 53.8281, 22.3647, 12),
    Town("LES", "Leszno", "wielkopolskie", "64", 51.8406, 16.5749, 12),
    Town("MIE", "Mielec", "podkarpackie", "39", 50.2871, 21.4238, 10),
    Town("ZAK", "Zakopane", "małopolskie", "34", 49.2992, 19.9496, 10),
    Town("PUL", "Puławy", "lubelskie", "24", 51.4166, 21.9694, 8),
    Town("SWI", "Świnoujście", "zachodniopomorskie", "72", 53.9100, 14.2471, 8),
    Town("OSW", "Oświęcim", "małopolskie", "32", 50.0344, 19.2098, 8),
    Town("SAN", "Sanok", "podkarpackie", "38", 49.5558, 22.2056, 8),
    Town("KLO", "Kłodzko", "dolnośląskie", "57", 50.4346, 16.6614, 8),
)
STREETS = (
    "Lipowa", "Ogrodowa", "Polna", "Słoneczna", "Kwiatowa", "Szkolna", "Leśna", "Kolejowa", "Krótka", "Łąkowa",
    "Sportowa", "Wiśniowa", "Zielona", "Spółdzielcza", "Dworcowa", "Brzozowa", "Źródlana", "Targowa", "Piękna",
    "Młyńska", "Jana Pawła II", "Tadeusza Kościuszki", "Adama Mickiewicza", "Henryka Sienkiewicza", "3 Maja",
)  # fmt: skip
PLACES = (
    "Przy sklepie spożywczym", "Stacja paliw", "Przy markecie budowlanym", "Parking osiedlowy", "Przy aptece",
    "Obok piekarni", "Dworzec", "Przy szkole", "Pawilon handlowy", "Przy myjni",
)  # fmt: skip
