/** The sandbox: simulated chat platforms and the page that shows the customers' phones. */
@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
