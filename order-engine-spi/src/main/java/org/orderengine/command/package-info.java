/**
 * What orders are asked to do. Depends on {@code model} and {@code effect}.
 */
@NullMarked
package org.orderengine.command;

import org.jspecify.annotations.NullMarked;
