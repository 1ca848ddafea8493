/** A document as version 1 stored it, with every type of layer that version had. It never changes. */
export const VERSION_1_DOCUMENT = `{
  "schemaVersion": 1, "width": 1200, "height": 628, "displayWidth": 600,
  "background": {"kind": "linear", "angle": 135, "stops": [{"offset": 0, "color": "#0f172a"}, {"offset": 1, "color": "#33415580"}]},
  "alt": "A card for {{first_name}}",
  "fields": [
    {"key": "first_name", "label": "Prénom", "type": "text", "fallback": "there",
     "format": {"trim": true, "case": "name", "onlyWhenOneCase": true, "firstWordOnly": false, "maxLength": 40, "prefix": "", "suffix": "",
       "number": {"style": "plain", "currency": "USD", "minimumDecimals": 0, "maximumDecimals": 2}, "date": "none", "locale": "fr-FR"}},
    {"key": "photo", "label": "Photo", "type": "image", "fallback": "",
     "format": {"trim": true, "case": "none", "onlyWhenOneCase": true, "firstWordOnly": false, "maxLength": 0, "prefix": "", "suffix": "",
       "number": {"style": "plain", "currency": "USD", "minimumDecimals": 0, "maximumDecimals": 2}, "date": "none", "locale": "en-US"}}
  ],
  "samples": [{"id": "row1", "name": "Nguyễn", "values": {"first_name": "NGUYỄN"}}],
  "layers": [
    {"id": "backdrop", "name": "Backdrop", "x": 0, "y": 0, "width": 1200, "height": 628, "rotation": 0, "opacity": 0.8, "shadow": null,
     "visible": true, "locked": true, "hideWhenMissing": [], "type": "shape", "shape": "star", "fill": {"kind": "solid", "color": "#1f2937"},
     "stroke": {"color": "#ff5d8fcc", "width": 4, "dash": "dotted"}, "radius": 12, "points": 7, "innerRadius": 0.5},
    {"id": "group", "name": "Łódź", "x": 60, "y": 60, "width": 640, "height": 400, "rotation": -6, "opacity": 1,
     "shadow": {"x": 0, "y": 8, "blur": 24, "color": "#00000040"}, "visible": true, "locked": false, "hideWhenMissing": ["photo"],
     "type": "group", "children": [
       {"id": "heading", "name": "Heading", "x": 0, "y": 0, "width": 640, "height": 120, "rotation": 0, "opacity": 1, "shadow": null,
        "visible": true, "locked": false, "hideWhenMissing": [], "type": "text",
        "runs": [{"text": "Hello ", "style": {}}, {"text": "{{first_name}}", "style": {"italic": true, "color": "#ffffff", "fontSize": 72}}],
        "style": {"fontFamily": "Inter", "fontWeight": 700, "italic": false, "fontSize": 64, "color": "#e5e7eb", "letterSpacing": -1, "underline": true},
        "align": "left", "verticalAlign": "middle", "lineHeight": 1.15, "fit": "shrink", "minFontSize": 20,
        "phraseFallback": "A special offer for you!"},
       {"id": "portrait", "name": "Portrait", "x": 0, "y": 140, "width": 240, "height": 240, "rotation": 0, "opacity": 1, "shadow": null,
        "visible": true, "locked": false, "hideWhenMissing": [], "type": "image", "source": {"kind": "field", "key": "photo"},
        "replacement": "ast_Abcdefgh12", "fit": "cover", "focalX": 0.5, "focalY": 0.25, "radius": 0, "mask": "circle"}
     ]},
    {"id": "code", "name": "QR code", "x": 960, "y": 400, "width": 180, "height": 180, "rotation": 0, "opacity": 1, "shadow": null,
     "visible": false, "locked": false, "hideWhenMissing": [], "type": "qr", "text": "https://example.com/?n={{first_name}}",
     "color": "#111827", "background": null, "level": "Q", "margin": 2}
  ]
}`;
