/**
 * JSON in and out: the codecs of orders, events and payloads, by declared shape and without reflection, and the reader of
 * what people write. Depends on {@code text}, {@code model}, {@code command}, {@code event}, {@code effect} and {@code
 * spi.store}; no type of the JSON library shows.
 */
@NullMarked
package org.orderengine.json;

import org.jspecify.annotations.NullMarked;
