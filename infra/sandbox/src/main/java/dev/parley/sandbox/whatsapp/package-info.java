/** The simulated WhatsApp Cloud API. */
@NullMarked
package dev.parley.sandbox.whatsapp;

import org.jspecify.annotations.NullMarked;
