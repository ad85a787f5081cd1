/** The order store over java.sql. One public entry class; depends on {@code spi.store} and on drivers only. */
@NullMarked
package org.orderengine.jdbc;

import org.jspecify.annotations.NullMarked;
