/**
 * The order and its parts: immutable values whose constructors refuse illegal states. Depends on the JDK alone.
 */
@NullMarked
package org.orderengine.model;

import org.jspecify.annotations.NullMarked;
