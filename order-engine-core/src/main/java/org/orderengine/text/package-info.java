/** Texts that people and other programs write: names, near misses of names, messages, instants. Depends on nothing. */
@NullMarked
package org.orderengine.text;

import org.jspecify.annotations.NullMarked;
