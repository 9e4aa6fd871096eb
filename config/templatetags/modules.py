"""{% module %}: a script of a page, and all that it imports asked for at once."""

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.modules import imported_by

register = template.Library()


@register.simple_tag
def module(entry: str) -> SafeString:
    """The script element of `entry`, and a modulepreload for each module below it.

    Without them a browser learns of imports one after another, a round trip for each level.
    """
    if settings.DEBUG:
        imported_by.cache_clear()
    links = ((static(name),) for name in imported_by(entry))
    return format_html(
        '{}<script type="module" src="{}"></script>',
        format_html_join("", '<link rel="modulepreload" href="{}">', links),
        static(entry),
    )
