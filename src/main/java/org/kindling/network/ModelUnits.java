package org.kindling.network;

import java.util.OptionalDouble;

/**
 * The units that a model's numbers are in, for display and for criteria that name a unit of time.
 *
 * @param time the unit of time in words, such as {@code hour}; {@code time unit} where the file leaves it open
 * @param secondsPerTime how many seconds it has, where known
 * @param substance the unit of amounts in words
 * @param concentration the unit of concentrations in words
 */
public record ModelUnits(String time, OptionalDouble secondsPerTime, String substance, String concentration) {}
