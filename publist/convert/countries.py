"""Names of countries, and of their states where conferences name them: facts by which a place is known.

Source: ISO 3166-1, short names in English and what conferences call them; ISO 3166-2 for the codes of the
states of the USA, Canada and Australia.
"""

from __future__ import annotations

COUNTRIES = frozenset(
    name.strip()
    for name in (
        "Albania, Algeria, Andorra, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, "
        "Bangladesh, Barbados, Belarus, Belgium, Bolivia, Bosnia and Herzegovina, Botswana, Brasil, "
        "Brazil, Bulgaria, Cambodia, Cameroon, Canada, Chile, China, P.R. China, PR China, P. R. China, "
        "People's Republic of China, Colombia, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, "
        "Czechia, Denmark, Deutschland, Dominican Republic, Ecuador, Egypt, England, Espana, España, "
        "Estonia, Ethiopia, Fiji, Finland, France, Georgia, Germany, Ghana, Greece, Greenland, Guatemala, "
        "Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italia, Italy, "
        "Jamaica, Japan, Jordan, Kazakhstan, Kenya, Korea, Kuwait, Latvia, Lebanon, Liechtenstein, "
        "Lithuania, Luxembourg, Macao, Macau, Macedonia, Malaysia, Maldives, Malta, Mauritius, Mexico, "
        "México, Moldova, Monaco, Mongolia, Montenegro, Morocco, Myanmar, Namibia, Nepal, The "
        "Netherlands, Netherlands, New Caledonia, New Zealand, Nicaragua, Nigeria, North Macedonia, "
        "Northern Ireland, Norway, Oman, Pakistan, Panama, Paraguay, Peru, Perú, Philippines, Poland, "
        "Portugal, Puerto Rico, Qatar, Reunion, Romania, Russia, Russian Federation, Rwanda, San Marino, "
        "Saudi Arabia, Scotland, Senegal, Serbia, Singapore, Slovakia, Slovak Republic, Slovenia, South "
        "Africa, South Korea, Republic of Korea, Spain, Sri Lanka, Sudan, Suisse, Sweden, Switzerland, "
        "Schweiz, Taiwan, Tanzania, Thailand, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkiye, "
        "UAE, Uganda, Ukraine, United Arab Emirates, United Kingdom, Great Britain, UK, U.K., U.K, United "
        "States, United States of America, U.S.A., U.S.A, USA, US, U.S., U.S, Uruguay, Uzbekistan, "
        "Venezuela, Vietnam, Viet Nam, Wales, Zambia, Zimbabwe, "
        # as conferences name them in their own languages
        "Alemania, Algérie, Allemagne, Angleterre, Argentine, Autriche, Belgien, Belgique, België, Brésil, "
        "Chine, Corée, Danmark, Ecosse, Espagne, Estados Unidos, Francia, Frankreich, Grèce, Italie, "
        "Italien, Japon, Japón, Maroc, Mexique, Nederland, Niederlande, Norge, Norvège, Österreich, "
        "Pays-Bas, Pologne, Polska, Portogallo, Reino Unido, Roumanie, Royaume-Uni, Russie, Schweden, "
        "Spanien, Suède, Suiza, Suomi, Sverige, Svizzera, Tunisie, Turquie, Ungarn, États-Unis"
    ).split(",")
)

# Codes and names of states and provinces, which stand between a city and its country or in place of one.
REGIONS = frozenset(
    (
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
        "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC D.C. AB BC MB NB NL NS ON PE QC SK NSW "
        "QLD VIC TAS"
    ).split()
) | frozenset(
    name.strip()
    for name in (
        "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, "
        "Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, "
        "Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New "
        "Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, "
        "Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, "
        "Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming, Ontario, Quebec, Québec, "
        "British Columbia, Alberta, Manitoba, Nova Scotia, Puerto Rico, Cancun, Bavaria, Crete, Sicily, "
        "Sardinia, Hawai'i"
    ).split(",")
)
