/** Tests of the parts of an order. */
@NullMarked
package org.orderengine.model;

import org.jspecify.annotations.NullMarked;
