/** The README's first program. Depends on everything published. */
@NullMarked
package org.orderengine.examples.quickstart;

import org.jspecify.annotations.NullMarked;
