"""Referee for the HDF5 files of Kindling: reads and writes them with h5py.

check_hdf5.py sets FILE      checks that entry [i, j] of the matrix is i + j / 1024
check_hdf5.py read FILE      prints a SKiMpy file: names, index, then one set a line
check_hdf5.py write FILE     writes two sets of three parameters as SKiMpy does
check_hdf5.py available      ends with an error if h5py is missing
"""

import sys

import h5py
import numpy as np

NAMES = ["km_A_R1", "vmax_forward_R1", "k_equilibrium_R2"]
SETS = [[0.1, 2e-300, 3.0], [1 / 3, float(np.nextafter(2, 3)), 6e22]]


def check_sets(path):
    with h5py.File(path, "r") as file:
        sets = file["sets"]
        rows, columns = sets.shape
        names = file["columns"][:].astype(str)
        units = file["units"][:].astype(str)
        assert len(names) == len(units) == columns
        for start in range(0, rows, 1000):
            block = sets[start : start + 1000]
            expected = np.arange(start, start + len(block))[:, None] + np.arange(columns)[None, :] / 1024
            assert (block == expected).all(), start
        print(rows, columns, names[0], units[-1])


def read_population(path):
    with h5py.File(path, "r") as file:
        count = int(np.array(file.get("num_parameters_sets")))
        print(*file.get("parameter_names")[:].astype(np.str_))
        print(*file.get("index")[:].astype(np.str_))
        for i in range(count):
            print(*[repr(float(value)) for value in file.get(f"parameter_set_{i}")[:].astype(float)])


def write_population(path):
    text = h5py.special_dtype(vlen=str)
    with h5py.File(path, "w") as file:
        file.create_dataset("parameter_names", data=np.array(NAMES, dtype=object), dtype=text)
        file.create_dataset("num_parameters_sets", data=len(SETS))
        file.create_dataset("index", data=np.array(["0", "b,1"], dtype=object), dtype=text)
        for i, values in enumerate(SETS):
            file.create_dataset(f"parameter_set_{i}", data=np.array(values, dtype=np.float64))


if __name__ == "__main__":
    task = sys.argv[1]
    if task != "available":
        {"sets": check_sets, "read": read_population, "write": write_population}[task](sys.argv[2])
