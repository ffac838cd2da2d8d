"""Specialties of the doctors and rooms of primary health care, and to which of them people are attached."""

from enum import StrEnum


class Specialty(StrEnum):
    """What a doctor is a doctor of, or what a room without a doctor is for."""

    GP = "GP"
    THERAPIST = "THERAPIST"
    PAEDIATRICIAN = "PAEDIATRICIAN"
    DENTIST = "DENTIST"
    OBSTETRICIAN = "OBSTETRICIAN"
    PSYCHOLOGIST = "PSYCHOLOGIST"
    SOCIAL_WORKER = "SOCIAL_WORKER"
    PRE_DOCTOR_ROOM = "PRE_DOCTOR_ROOM"
    VACCINATION = "VACCINATION"
    TRAUMATOLOGIST = "TRAUMATOLOGIST"
    ENT = "ENT"
    OPHTHALMOLOGIST = "OPHTHALMOLOGIST"
    DERMATOLOGIST = "DERMATOLOGIST"
    ONCOLOGIST = "ONCOLOGIST"
    HAEMATOLOGIST = "HAEMATOLOGIST"
    CARDIOLOGIST = "CARDIOLOGIST"
    ENDOCRINOLOGIST = "ENDOCRINOLOGIST"
    NEUROLOGIST = "NEUROLOGIST"
    SURGEON = "SURGEON"
    UROLOGIST = "UROLOGIST"


# To whom people are attached (Rules 194: general practitioner, therapist, paediatrician).
ATTENDING = (Specialty.GP, Specialty.THERAPIST, Specialty.PAEDIATRICIAN)
