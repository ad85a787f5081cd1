/**
 * Where hosts number invoices and credit notes. Depends on {@code model} and {@code effect}.
 */
@NullMarked
package org.orderengine.spi.document;

import org.jspecify.annotations.NullMarked;
