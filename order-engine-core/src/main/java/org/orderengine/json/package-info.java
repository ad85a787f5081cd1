/**
 * Documents of orders, events and payloads in JSON: their codecs, by declared shape and without reflection. Depends on {@code model},
 * {@code command}, {@code event} and {@code spi.store}; no type of the JSON library shows.
 */
@NullMarked
package org.orderengine.json;

import org.jspecify.annotations.NullMarked;
