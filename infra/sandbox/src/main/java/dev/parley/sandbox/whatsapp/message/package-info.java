/** What WhatsApp checks in a message. */
@NullMarked
package dev.parley.sandbox.whatsapp.message;

import org.jspecify.annotations.NullMarked;
