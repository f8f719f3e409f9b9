/** WhatsApp's Cloud API. */
@NullMarked
package dev.parley.platforms.whatsapp;

import org.jspecify.annotations.NullMarked;
