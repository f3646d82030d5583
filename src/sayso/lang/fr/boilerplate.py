# ruff: noqa: E501  (a pattern is easier to read on one line)
"""French wording of what stands around an article, and of its publication line; the form of the English record."""

from __future__ import annotations

LINES: dict[str, tuple[str, ...]] = {
    "advertisement": (r"\W*(?:publicité|annonces?|contenu sponsorisé|la suite après (?:la|cette) publicité)\W*",),
    "related link": (r"(?:(?:à )?lire (?:aussi|également|la suite|plus)|voir (?:aussi|également|plus)|à voir aussi|en savoir plus|sur le même (?:sujet|thème)|les plus lus|articles? (?:liés?|similaires?)|dans la même rubrique|suggestions?)\b.{0,160}",),
    "share line": (
        r"(?:partager|tweeter|imprimer|envoyer(?: par e-?mail)?)(?:[ ,/|:]+(?:cet article|sur|par|via|et|facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|partager|imprimer|tweeter))*\W*",
        r"(?:suivez|rejoignez|retrouvez)[- ]nous\b.{0,80}",
    ),
    "subscription notice": (
        r"(?:je m['’]abonne|abonnez-vous|s['’]abonner|inscrivez-vous|s['’]inscrire|se connecter|connectez-vous|créer un compte|déjà (?:abonné|inscrit|un compte))\b.{0,160}",
        r"(?:cet article est|la suite est|il vous reste)\b.{0,60}\b(?:abonnés?|à lire|à découvrir)\b.{0,100}",
        r"(?:recevez|recevoir)\b.{0,80}\b(?:newsletter|lettre d['’]information|boîte (?:mail|e-?mail|de réception))\b.{0,80}",
    ),
    "cookie notice": (
        r"(?:tout )?(?:accepter|refuser|gérer|paramétrer)(?: (?:et|tout|les|mes|tous))*(?: (?:cookies|préférences|continuer|fermer))?\W*",
        r"(?:nous|ce site|notre site|nos partenaires)\b.{0,30}\b(?:utilis\w+|dépos\w+)\b.{0,40}\bcookies\b.{0,300}",
        r"(?:mentions légales|politique de confidentialité|conditions générales(?: d['’]utilisation| de vente)?|cgu|cgv|gestion des cookies)(?:\W+(?:et )?(?:mentions légales|politique de confidentialité|conditions générales.{0,20}|cgu|cgv|cookies))*\W*",
    ),
    "comment prompt": (r"(?:\d+ commentaires?|commentaires? ?\(\d+\)|(?:laisser|ajouter|écrire|poster|publier|voir|lire) (?:un |les |votre )?commentaires?|réagir|réagissez)\b.{0,60}",),
    "rights line": (r".{0,120}\btous droits (?:de reproduction )?(?:et de \w+ )?réservés\b.{0,120}", r"(?:©|\(c\)|copyright)(?=.{0,120}\b(?:19|20)\d\d\b).{0,160}"),
    "photo credit": (r"\(?(?:photo|crédits?(?: photo)?|image|illustration)s?\s*[:/©|]\s*.{1,80}\)?",),
    "appeal for money": (r"(?:faites un don|faire un don|je (?:donne|fais un don)|soutenez(?:-nous| notre (?:travail|rédaction|journal)| une presse libre)|devenez (?:membre|adhérent))\b.{0,80}",),
    "contact line": (r"(?:contactez[- ]nous|nous contacter|signaler (?:une erreur|une faute|un abus))\b.{0,120}",),
    "navigation": (r"(?:retour (?:à l['’]accueil|en haut(?: de (?:la )?page)?)|haut de page|aller au (?:contenu|menu)|accueil)\W*",),
    "tag line": (r"(?:mots[- ]clés|tags?|thèmes?|étiquettes?|rubriques?)\s*:.{0,200}",),
}  # fmt: skip

MONTHS: dict[str, int] = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12, "janv": 1, "févr": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip
WEEKDAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
FIRST_PUBLISHED = r"(?:publié|publiée|posté|paru|mis en ligne|créé|date de publication|rédigé)(?: le| à)?"
LAST_CHANGED = r"(?:mis à jour|mise à jour|modifié|actualisé|dernière mise à jour)(?: le| à)?"
SELF_POSTED = r"\b(?:cet article|ce billet|cette entrée|ce texte)\b.{0,40}\b(?:publiée?|postée?|mis en ligne|écrit)\b"
