# ruff: noqa: E501  (a pattern is easier to read on one line)
"""Spanish wording of what stands around an article, and of its publication line; the form of the English record."""

from __future__ import annotations

LINES: dict[str, tuple[str, ...]] = {
    "advertisement": (r"\W*(?:publicidad|anuncios?|contenido patrocinado)\W*",),
    "related link": (r"(?:lea? también|lee también|leer más|ver más|ver también|seguir leyendo|sigue leyendo|te puede interesar|le puede interesar|quizás te interese|más noticias|más información|más sobre|noticias relacionadas|artículos relacionados|lo más (?:leído|visto)|también (?:puedes?|te puede)|mira también)\b.{0,160}", r"(?:puedes? ver|te recomendamos|recomendado|no te pierdas)\s*:.{0,200}"),
    "share line": (
        r"(?:compartir|comparte|compártelo|tuitear|imprimir|enviar)(?:[ ,/|:]+(?:este artículo|esta noticia|en|por|vía|y|facebook|twitter|x|whatsapp|telegram|linkedin|correo|e-?mail|compartir|imprimir))*\W*",
        r"(?:síguenos|síganos|siga nuestras|sigue (?:a|nuestr\w+)|únete a)\b.{0,100}",
        r"\W*(?:mira|visita|suscríbete|conoce)\b.{0,40}\bnuestro canal (?:de|en) (?:youtube|whatsapp|telegram)\b.{0,40}",
    ),
    "subscription notice": (
        r"(?:suscríbete|suscríbase|suscribirse|suscripción|regístrate|regístrese|inicia(?:r)? sesión|inicie sesión|iniciar sesión|ya (?:soy|eres|es) suscriptor)\b.{0,160}",
        r"(?:recibe|reciba)\b.{0,80}\b(?:boletín|boletines|newsletter|correo)\b.{0,80}",
        r"(?:este (?:artículo|contenido) es|contenido exclusivo para)\b.{0,60}\bsuscriptores\b.{0,100}",
    ),
    "cookie notice": (
        r"(?:aceptar|rechazar|configurar|gestionar)(?: (?:todas?|las|y|mis))*(?: (?:cookies|preferencias|continuar|cerrar))?\W*",
        r"(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|nuestros socios)\b.{0,60}\bcookies\b.{0,300}",
        r"(?:aviso legal|política de (?:privacidad|cookies)|términos y condiciones|condiciones de uso)(?:\W+(?:y )?(?:aviso legal|política de (?:privacidad|cookies)|términos y condiciones|condiciones de uso|contacto))*\W*",
    ),
    "comment prompt": (r"(?:\d+ comentarios?|comentarios? ?\(\d+\)|(?:deja|dejar|escribe|añade|publicar|ver|leer) (?:un |tu |los |una )?(?:comentarios?|respuesta))\b.{0,60}",),
    "rights line": (r".{0,120}\btodos los derechos reservados\b.{0,120}", r".{0,60}\bprohibida (?:la|su) reproducción\b.{0,120}", r"(?:©|\(c\)|copyright)(?=.{0,120}\b(?:19|20)\d\d\b).{0,160}"),
    "photo credit": (r"\(?(?:foto|fotos|fotografía|imagen|crédito|créditos)\s*[:/©|]\s*.{1,80}\)?",),
    "appeal for money": (r"(?:haz una donación|haga una donación|dona(?:r)? (?:ahora|aquí)|apóyanos|apoya (?:nuestro (?:trabajo|periodismo)|el periodismo independiente)|hazte (?:socio|socia|miembro))\b.{0,80}",),
    "contact line": (r"(?:contáctanos|contáctenos|escríbenos|reportar (?:un )?error)\b.{0,120}",),
    "navigation": (r"(?:volver (?:arriba|al inicio|a la portada)|ir al contenido|saltar al contenido|inicio|portada)\W*",),
    "tag line": (r"(?:etiquetas?|temas?|palabras clave|archivado en)\s*:.{0,200}",),
}  # fmt: skip

MONTHS: dict[str, int] = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "setiembre": 9,
    "octubre": 10, "noviembre": 11, "diciembre": 12, "ene": 1, "feb": 2, "mar": 3, "abr": 4, "jun": 6, "jul": 7, "ago": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip
WEEKDAYS = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
FIRST_PUBLISHED = r"(?:publicad[oa]|creado|fecha de publicación)(?: el| en)?"
LAST_CHANGED = r"(?:actualizad[oa]|modificad[oa]|última actualización)(?: el| en)?"
SELF_POSTED = r"\b(?:esta entrada|este artículo|esta noticia|este texto)\b.{0,40}\b(?:publicad[oa]|escrit[oa])\b"
